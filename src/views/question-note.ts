import type { Note } from '../core/asking/look.ts'
import { cleanLine } from '../core/text/clean.ts'

/** The words for what kept an answer from going through. */
export function noteWords(note: Note): string {
  switch (note.note) {
    case 'check':
    case 'editor':
      return note.text
    case 'word':
      return `${note.word} is not one of the words. Type ? to see them, or :${note.word} to write it as it is.`
    case 'choice':
      return `Nothing in the list matches "${note.typed.trim()}".`
    case 'blanks':
      return 'Something is still left open: ___. Fill it in, or press enter once more to leave it so.'
    case 'not-here':
      return `"${cleanLine(note.typed.trim())}" is not one of these. Type a number, or use the arrows.`
    case 'needed':
      return 'This one is needed before going on.'
    case 'first':
      return 'There is nothing before this question.'
    case 'not-deeper':
      return 'There are no further questions in this part.'
    case 'no-why':
      return 'This question has no further reason to show.'
    case 'no-editor':
      return 'The editor is for answers that are typed.'
    case 'no-word-here':
      return 'Here only :back and :quit can be typed. Choose one of the lines above.'
  }
}
