import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blockOf } from '../lifetime/folder.ts'
import type { Program } from '../lifetime/guard.ts'
import { controlGroup, linkName } from '../lifetime/kernel.ts'
import type { Supervisor } from '../lifetime/supervisor.ts'
import { tool } from '../tools/tool.ts'
import { until } from '../until.ts'
import { writeNames } from './names.ts'
import { path } from './requirements.ts'

/**
 * Whether a NetworkPolicy has an effect: kube-router then enforces it. The cluster's DNS is a pod of `kube-system` there,
 * as policies expect it, and not a program of the machine.
 */
export type Policies = 'ignored' | 'enforced'

/** Addresses of pods and machines: `both` needs IPv6 in network namespaces. */
export type Families = 'ipv4' | 'both'

/** Where the pods of a cluster really run. */
export interface Machine {
  /** Its name as a node of the cluster. */
  readonly node: string
  /** All of the bed reaches it there, and the test does. */
  readonly address: string
  /** Path in each hierarchy of control groups. */
  readonly controlGroup: string
  /** Has all files that are not for the control plane too. */
  readonly directory: string
  /** Of the port of the switch that it is connected to. */
  readonly link: string
  readonly network: Network
  readonly policies: Policies
  /** Its IPv6 address; undefined where pods have IPv4 only. */
  readonly ipv6: string | undefined
}

/** What connects the machines of a bed with each other and with the test. */
export interface Network {
  /** Of the test, as the machines see it: API servers listen there. */
  readonly address: string
  readonly ipv6: string
  readonly process: string
}

/** Folder of the scripts that run in namespaces. */
export const scripts = import.meta.dirname

/** `block` tells the beds of a machine apart. The addresses are those for measurements in a laboratory (RFC 2544). */
const addressIn = (block: number, host: number): string => `198.18.${block}.${host}`

/** A unique local address (RFC 4193). */
const ipv6In = (block: number, host: number): string => `fd00:18:${block}::${host}`

/** Of the machine of the cluster with this index among the clusters of its bed. */
export const machineAddress = (block: number, index: number): string => addressIn(block, index + 11)

/** Of the machine of a cluster. */
export const machineDirectory = (folder: string, name: string): string => join(folder, name, 'machine')

export async function startNetwork(folder: string, block: number, supervisor: Supervisor): Promise<Network> {
  const [address, ipv6] = [addressIn(block, 1), ipv6In(block, 1)]
  await writeNames(folder, {})
  supervisor.start(networkProgram(folder, [address, ipv6], await tool('pause')))
  return { address, ipv6, process: await processIn(join(folder, 'network.process'), supervisor) }
}

interface Surroundings {
  readonly network: Network
  readonly folder: string
  readonly policies: Policies
  readonly families: Families
}

export function machineOf({ network, folder, policies, families }: Surroundings, name: string, index: number): Machine {
  return {
    policies,
    ipv6: families === 'both' ? ipv6In(blockOf(folder), index + 11) : undefined,
    node: `${name}-a`,
    address: machineAddress(blockOf(folder), index),
    controlGroup: `${controlGroup(folder)}/${name}`,
    directory: machineDirectory(folder, name),
    link: `machine${index}`,
    network,
  }
}

/** Waits for the file in which a script notes its process when all is set up. */
export async function processIn(file: string, { failure }: Supervisor): Promise<string> {
  let found = ''
  await until(async () => {
    found = (await readFile(file, 'utf8')).trim()
    return true
  }, failure)
  return found
}

function networkProgram(folder: string, addresses: readonly string[], pause: string): Program {
  return {
    name: 'network',
    path: 'unshare',
    arguments: ['--net', join(scripts, 'network.sh'), folder, linkName(folder), ...addresses, pause],
    directory: folder,
    log: join(folder, 'network.log'),
    environment: { PATH: path },
  }
}
