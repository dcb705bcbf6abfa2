import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../../src/tools/process.ts'

/** The script of the Job, with a pyzmq whose validators have said everything already. pool/ runs it with the real one. */
const script = fileURLToPath(new URL('../../../../src/platforms/indy/base/questions/validators.py', import.meta.url))

const modules = {
  'zmq/utils/__init__.py': '',
  'zmq/utils/z85.py': 'encode = decode = bytes\n',
  'zmq/utils/monitor.py': 'recv_monitor_message = None\n',
  'zmq/__init__.py': `
import json, time
DEALER, POLLIN, DONTWAIT, EVENT_CONNECTED, EVENT_HANDSHAKE_SUCCEEDED = range(5)
def curve_keypair(): return b'public', b'secret'
class Monitor:
  said = ()
class Socket:
  def get_monitor_socket(self): return Monitor()
  def connect(self, address):
    with open('said.json') as file: self.said = json.load(file)[address.split('/')[2].split(':')[0]]
  def send_string(self, text, flags): pass
  def recv(self): return self.said.pop(0).encode()
class Context:
  max_sockets = 100
  def socket(self, kind): return Socket()
class Poller:
  def __init__(self): self.sockets = []
  def register(self, socket, events): self.sockets.append(socket)
  def poll(self, milliseconds):
    time.sleep(0.001)
    return [(socket, POLLIN) for socket in self.sockets if len(socket.said) > 0]
`,
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-questions-'))
  for (const [path, text] of Object.entries(modules)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
})
afterAll(() => rm(folder, { recursive: true }))

/** What is printed when validators say this, one after the other. */
async function printed(said: Readonly<Record<string, readonly string[]>>) {
  const validators = Object.keys(said).map((alias) => ({ alias, host: alias, port: 9702, key: '00' }))
  await writeFile(join(folder, 'said.json'), JSON.stringify(said))
  await writeFile(join(folder, 'questions.json'), JSON.stringify({ validators, did: 'did', seconds: 2 }))
  const { status, stdout, stderr } = await run('python3', ['-B', script, 'questions.json'], {
    directory: folder,
    environment: { PYTHONPATH: folder },
  })
  const lines = stdout
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
  return { status, stderr, lines, of: (alias: string) => lines.filter((line) => line.alias === alias) }
}

const state = (ledgerId: number) => JSON.stringify({ op: 'LEDGER_STATUS', ledgerId, txnSeqNo: 1, merkleRoot: 'root' })
const states = [0, 1, 2, 3].map(state)
const reply = JSON.stringify({ op: 'REPLY', result: { dest: 'did' } })
const transactions = (txns: object) => JSON.stringify({ op: 'CATCHUP_REP', ledgerId: 0, txns })
const honest = [...states, JSON.stringify({ op: 'BATCH', messages: [reply, transactions({ 1: { seqNo: 1 } })] })]

describe('the script that asks validators', () => {
  it('prints what each of them says', async () => {
    const { status, stderr, lines, of } = await printed({ Node1: honest })
    expect([status, stderr]).toEqual([0, ''])
    expect(of('Node1')).toEqual([
      ...[0, 1, 2, 3].map((ledger) => ({ alias: 'Node1', ledger, root: 'root', size: 1 })),
      { alias: 'Node1', reply: { dest: 'did' } },
      { alias: 'Node1', pool: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { alias: 'Node1', host: 'Node1', port: 9702, connected: false, handshake: false },
    ])
    expect(lines.find((line) => 'transactions' in line)?.transactions).toEqual([{ seqNo: 1 }])
  })

  it('writes one line about a validator whose answers cannot be read', async () => {
    const { stderr, of } = await printed({ Node1: honest, Node2: Array.from({ length: 200 }, () => '{]') })
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('Node2 sends an answer that cannot be read: JSONDecodeError'),
    ])
    expect(of('Node1')).toHaveLength(7)
  })

  it('hears no more of a validator that says too much', async () => {
    const much = Array.from({ length: 10 }, () => JSON.stringify({ op: 'NONE', text: 'x'.repeat(250_000) }))
    const { of } = await printed({ Node1: honest, Node2: [...states, ...much, reply] })
    expect(of('Node1')).toHaveLength(7)
    expect(of('Node2').filter((line) => 'reply' in line)).toEqual([])
  })

  it('takes as many transactions as a ledger has', async () => {
    const { lines } = await printed({ Node1: [state(0), transactions({ 0: {}, 1: { seqNo: 1 }, 2: {}, 999999: {} })] })
    expect(lines.find((line) => 'transactions' in line)?.transactions).toEqual([{ seqNo: 1 }])
  })

  it('tells no part of a ledger that is too long to be read', async () => {
    const long = JSON.stringify({ op: 'LEDGER_STATUS', ledgerId: 0, txnSeqNo: 3001, merkleRoot: 'root' })
    const all = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [at + 1, {}]))
    const { of } = await printed({ Node1: [long, ...states.slice(1), transactions(all), reply] })
    expect(of('Node1').map((line) => Object.keys(line).includes('pool'))).not.toContain(true)
  })
})
