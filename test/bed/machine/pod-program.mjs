/** What runs in the pods of machine.test.ts. It stands alone in its image. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

const [task, ...parameters] = process.argv.slice(2)
const tasks = { serve, ask, 'ask-kubernetes': askKubernetes, count, say, crash: () => process.exit(3) }
await tasks[task](...parameters)

/** With `close`, a connection ends with its first answer. */
function serve(address = '0.0.0.0', port = '8080', connection = undefined) {
  const seccomp = /^Seccomp:.*$/m.exec(readFileSync('/proc/self/status', 'utf8'))[0]
  const server = createServer(({ socket }, answer) => {
    if (connection !== undefined) answer.setHeader('connection', connection)
    answer.end(`${hostname()} greets ${socket.remoteAddress}`)
  })
  server.listen(Number(port), address, () => console.log('listening', seccomp))
  process.once('SIGTERM', () => process.exit())
}

/** It may be some time until what was just made is known everywhere. */
async function ask(url) {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(2000) })
      return console.log(answer.status, await answer.text())
    } catch (error) {
      if (tries === 10) throw error
      await sleep(1000)
    }
  }
}

async function askKubernetes() {
  const folder = '/var/run/secrets/kubernetes.io/serviceaccount'
  const { get } = await import('node:https')
  const headers = { Authorization: `Bearer ${readFileSync(`${folder}/token`, 'utf8')}` }
  const url = 'https://kubernetes.default.svc/version'
  get(url, { headers, ca: readFileSync(`${folder}/ca.crt`) }, async (answer) => {
    const version = JSON.parse((await answer.toArray()).join(''))
    console.log(answer.statusCode, JSON.stringify({ gitVersion: version.gitVersion }).slice(1, -1))
  })
}

/** As a Job that waits, or that fails. */
function say(line, status) {
  console.log(line)
  if (status !== undefined) process.exit(Number(status))
  process.once('SIGTERM', () => process.exit())
  setInterval(() => {}, 1000)
}

function count(file) {
  let before = 0
  try {
    before = Number(readFileSync(file, 'utf8'))
  } catch {} // the first time
  writeFileSync(file, String(before + 1))
  console.log(before + 1)
}
