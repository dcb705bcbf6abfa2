import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dumpYaml } from '../../src/yaml.ts'
import { tool } from '../bed/tools/tool.ts'
import type { MonitoringObject, RuleGroup } from './rendered.ts'
import { type PodPort, scrapeConfiguration, targetsIn } from './scrape-configuration.ts'

export interface Prometheus {
  /** Labels of the alerts that fire now. */
  firing(): Promise<readonly Readonly<Record<string, string>>[]>
  /** The value of an expression with one sample; undefined when there is none. */
  value(expression: string): Promise<number | undefined>
  close(): Promise<void>
}

/** Scrapes and evaluates every second; an alert does not have to last. */
export async function startPrometheus(
  monitors: readonly { readonly namespace: string; readonly monitor: MonitoringObject }[],
  groups: readonly RuleGroup[],
  ports: readonly PodPort[],
): Promise<Prometheus> {
  const directory = await mkdtemp(join(tmpdir(), 'prometheus-'))
  const write = (name: string, content: string): Promise<void> => writeFile(join(directory, name), content)
  const atOnce = groups.map(({ name, rules }) => ({ name, rules: rules.map((rule) => ({ ...rule, for: '0s' })) }))
  await write('rules.yaml', dumpYaml({ groups: atOnce }))
  for (const { namespace } of monitors) await write(`${namespace}.json`, JSON.stringify(targetsIn(namespace, ports)))
  await write(
    'prometheus.yaml',
    dumpYaml({
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: ['rules.yaml'],
      scrape_configs: monitors.map(({ namespace, monitor }) =>
        scrapeConfiguration(namespace, monitor, `${namespace}.json`),
      ),
    }),
  )
  const port = await freePort()
  const child = spawn(
    await tool('prometheus'),
    ['--config.file=prometheus.yaml', '--storage.tsdb.path=data', `--web.listen-address=127.0.0.1:${port}`],
    { cwd: directory, stdio: 'ignore' },
  )
  const ask = async <Data>(path: string): Promise<Data> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`)
    return ((await response.json()) as { data: Data }).data // https://prometheus.io/docs/prometheus/latest/querying/api/
  }
  return {
    firing: async () => {
      const { alerts } = await ask<{ alerts: { state: string; labels: Record<string, string> }[] }>('alerts')
      return alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels)
    },
    value: async (expression) => {
      type Answer = { result: { value: [number, string] }[] }
      const { result } = await ask<Answer>(`query?query=${encodeURIComponent(expression)}`)
      return result[0] === undefined ? undefined : Number(result[0].value[1])
    },
    close: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return address.port
}
