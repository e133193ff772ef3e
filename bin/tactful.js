#!/usr/bin/env node
import module from 'node:module'
import v8 from 'node:v8'

module.enableCompileCache?.()
// A command ends before Node 20's optimising compiler has paid for itself; it then begins later, for what runs for seconds.
if (process.version.startsWith('v20.')) v8.setFlagsFromString('--interrupt-budget=2000000')
const { main } = await import('../dist/main.js')
process.exitCode = await main(process.argv.slice(2))
