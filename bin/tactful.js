#!/usr/bin/env node
import module from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 20 || (major === 20 && minor >= 17)) {
  module.enableCompileCache?.()
  const { main } = await import('../dist/main.js')
  process.exitCode = await main(process.argv.slice(2))
} else {
  process.stderr.write(`tactful needs Node 20.17 or newer, and this is Node ${process.versions.node}.
Install a newer one, for example from https://nodejs.org, and try again.
`)
  process.exitCode = 2
}
