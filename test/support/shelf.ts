import { wholeShelf } from '../../src/commands/index.ts'

/** Every card, read to its end. */
export const shelf = await wholeShelf()
