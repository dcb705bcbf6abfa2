import { isSecret } from '../difference/mask.ts'
import { isCustom } from '../stages.ts'
import { textAt } from '../status/fields.ts'
import { type Explain, refusal } from './explanation.ts'
import { quoted } from './server-status.ts'

const allRights = 'the ClusterRole in docs/apply.md has all rights that are needed'
const askOperators = 'ask those who run the cluster, or do what it asks for with a patch in overrides/'

/** An account whose rights end at the namespace of an organization: a dot is in its name, and in none of Flux's own. */
const ofOrganization = /^system:serviceaccount:flux-system:[^:.]+\.[^:.]+$/

/** The account, or who it is, is what is wrong. */
export const forbidden: Explain = (object, { status, message }) => {
  if (status === 401) {
    return refusal(
      'forbidden',
      'the cluster does not know who asks',
      'log in again: the credentials are wrong or have expired',
    )
  }
  if (status !== 403) return undefined
  const [denial, verb, resource, group = ''] =
    /User "[^"]*" cannot (\S+) resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "[^"]*"| at the cluster scope)?/.exec(
      message,
    ) ?? []
  if (denial !== undefined) {
    const who = /User "([^"]*)"/.exec(denial)?.[1] ?? ''
    if (verb === 'impersonate')
      return refusal(
        'forbidden',
        denial,
        'docs/apply.md has the Role that `--impersonate` needs: bind it to this account',
      )
    if (ofOrganization.test(who))
      return refusal(
        'forbidden',
        denial,
        'an organization may change its own namespace, and there only what docs/tenancy.md lists: what belongs to the cluster goes into overrides/<cluster>/tenancy',
      )
    const { namespace } = object.metadata
    const what = `${resource}${group && `.${group}`}${namespace === undefined ? '' : ` --namespace ${namespace}`}`
    return refusal(
      'forbidden',
      denial,
      `${allRights}: bind it to this account, then \`kubectl auth can-i ${verb} ${what}\` says yes`,
    )
  }
  if (!message.includes('is attempting to grant RBAC permissions not currently held')) return undefined
  const [, grant = ''] = /is (attempting to grant .*)/s.exec(message) ?? []
  return refusal(
    'forbidden',
    `the account is ${quoted(object, grant)}`,
    `nobody may grant what they do not have: ${allRights}, "bind" and "escalate" among them`,
  )
}

/** The place for the object is not there. */
export const missing: Explain = (object, { status, message, causes }) => {
  const { namespace = '' } = object.metadata
  if (causes.some(({ reason }) => reason === 'NamespaceTerminating')) {
    return refusal(
      'missing',
      `the namespace ${namespace} is being deleted`,
      `wait until \`kubectl get namespace ${namespace}\` finds none, then run this again; finalizers of what is in it can hold it up`,
    )
  }
  if (status !== 404) return undefined
  if (/^namespaces "[^"]*" not found/.test(message)) {
    return refusal(
      'missing',
      `there is no namespace ${namespace}`,
      `see whether this is the right cluster; if it is, make it: \`kubectl create namespace ${namespace}\``,
    )
  }
  // The server says that the binding is not found, and means the role.
  if (/^(?:cluster)?rolebindings\.rbac\.authorization\.k8s\.io "[^"]*" not found/.test(message)) {
    return refusal(
      'missing',
      `there is no role ${textAt(object, 'roleRef', 'name')} yet, and this account may not bind one that it cannot see`,
      `${allRights}, "bind" among them; if nothing here makes the role, make it first`,
    )
  }
  return refusal(
    'missing',
    `the cluster does not know the kind ${object.kind} of ${object.apiVersion}`,
    isCustom(object)
      ? 'install what brings its CustomResourceDefinition, or put that into your overrides'
      : 'the cluster is too old for it, or too new',
  )
}

/** Admission webhooks and policies, which may use the words of every other refusal. */
export const hooked: Explain = (object, { message }) => {
  const [denial, webhook] =
    /^admission webhook "([^"]*)" denied the request/.exec(message) ??
    /ValidatingAdmissionPolicy '[^']*' with binding '[^']*' denied request/.exec(message) ??
    []
  if (denial !== undefined) {
    const whose = webhook === undefined ? 'a policy of the cluster' : `the webhook ${webhook}`
    return refusal('denied', withoutSecret(denial), `${whose} decides this: ${askOperators}`)
  }
  const [failure, broken] = /failed calling webhook "([^"]*)"/.exec(message) ?? []
  if (failure === undefined) return undefined
  const hint = `the webhook ${broken} does not answer: see whether its pods run, then run this again`
  return refusal('other', withoutSecret(failure), hint)

  function withoutSecret(known: string): string {
    return isSecret(object) ? `${known}; ${quoted(object, message)}` : quoted(object, message)
  }
}

/** Quotas, Pod Security and all else in the cluster that says no. */
export const denied: Explain = (object, { status, message, causes }) => {
  if (status !== 403) return undefined
  const [excess, quota] = /exceeded quota: ([^,\s]*).*/.exec(message) ?? []
  if (excess !== undefined) {
    return refusal(
      'denied',
      excess,
      `have the ResourceQuota ${quota} of the namespace raised, or ask for less in network.yaml`,
    )
  }
  const hint = message.includes('violates PodSecurity')
    ? 'what Chancery renders keeps to the standard "restricted": correct what a patch in overrides/ changed'
    : `a rule of the cluster is against it: ${askOperators}`
  const fields = causes.map(({ field }) => field)
  return refusal('denied', quoted(object, message), hint, fields)
}
