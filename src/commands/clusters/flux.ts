import { type Api, isSuccess, messageOf } from '../../cluster/api.ts'
import { listObjects } from '../../cluster/list.ts'
import { listAt } from '../../cluster/objects.ts'
import { textAt } from '../../cluster/status/fields.ts'
import { statusOf } from '../../cluster/status/status.ts'
import { fluxNamespace } from '../../network/account.ts'
import { readImageReference } from '../../network/image-reference.ts'
import { failed, type Judgement, ok, warning } from '../../report/doctor/doctor-check.ts'
import { shellWord } from '../../report/status/next-step.ts'
import { counted } from '../../words.ts'

const group = 'kustomize.toolkit.fluxcd.io'
/** What `render` writes. */
const version = 'v1'

export interface FluxSubject {
  /** Name of the network. */
  readonly network: string
  readonly context: string
}

export interface FluxFound {
  readonly installed: boolean
  readonly judgement: Judgement
}

/** Whether Flux runs in a cluster, in which version, and whether it delivers the network. */
export async function fluxCheck(api: Api, { network, context }: FluxSubject, signal: AbortSignal): Promise<FluxFound> {
  const answer = await api.request('GET', `/apis/${group}`, { signal })
  if (answer.status === 404)
    return {
      installed: false,
      judgement: ok('not installed: `chancery apply` applies; docs/apply.md says how Flux would'),
    }
  if (!isSuccess(answer))
    return { installed: true, judgement: failed(messageOf(answer), 'see whether the API server is well') }
  const served = listAt(answer.body, 'versions').map((one) => textAt(one, 'version'))
  if (!served.includes(version))
    return {
      installed: true,
      judgement: failed(`it serves ${group} ${served.join(', ')}, and not ${version}`, 'upgrade Flux to 2.0 or newer'),
    }
  return { installed: true, judgement: await deliveryCheck(api, { network, context }, signal) }
}

async function deliveryCheck(api: Api, { network, context }: FluxSubject, signal: AbortSignal): Promise<Judgement> {
  const release = await controllerVersion(api, signal)
  const type = { apiVersion: `${group}/${version}`, kind: 'Kustomization' }
  const found = await listObjects(api, `/apis/${group}/${version}/namespaces/${fluxNamespace}/kustomizations`, {
    type,
    signal,
  })
  if ('status' in found) return ok(`installed${release}; its Kustomizations cannot be listed: ${messageOf(found)}`)
  const own = found.filter(({ metadata }) => metadata.name.startsWith(`${network}-`))
  if (own.length === 0)
    return ok(`installed${release}; it does not deliver this network yet: docs/apply.md has the bootstrap`)
  const open = own.filter((one) => statusOf(one).state !== 'current')
  const [first] = open
  if (first === undefined)
    return ok(`installed${release}; all ${counted(own.length, 'Kustomization')} of this network are ready`)
  return warning(
    `installed${release}; ${open.length} of ${counted(own.length, 'Kustomization')} of this network are not ready: ${first.metadata.name}: ${statusOf(first).message}`,
    `kubectl --context ${shellWord(context)} -n ${fluxNamespace} describe kustomization ${first.metadata.name}`,
  )
}

/** ` (kustomize-controller v1.7.3)`; empty where it is not in the usual place. */
async function controllerVersion(api: Api, signal: AbortSignal): Promise<string> {
  const name = 'kustomize-controller'
  const answer = await api.request('GET', `/apis/apps/v1/namespaces/${fluxNamespace}/deployments/${name}`, { signal })
  if (!isSuccess(answer)) return ''
  const [container] = listAt(answer.body, 'spec', 'template', 'spec', 'containers')
  const image = readImageReference(textAt(container, 'image'))
  return 'tag' in image && image.tag !== undefined ? ` (${name} ${image.tag})` : ''
}
