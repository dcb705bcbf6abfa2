import { isSecret } from '../difference/mask.ts'
import { isCustom } from '../stages.ts'
import { textAt } from '../status/fields.ts'
import { type Explain, refusal } from './explanation.ts'
import { quoted } from './server-status.ts'

const allRights = 'the ClusterRole in docs/apply.md has all necessary rights'
const askOperators = 'ask the administrators of the cluster, or comply by a patch in overrides/'

/** An account whose rights end at the namespace of an organization: a dot is in its name, and in none of Flux's own. */
const ofOrganization = /^system:serviceaccount:flux-system:[^:.]+\.[^:.]+$/

/** The credentials, or the rights of the account, are insufficient. */
export const forbidden: Explain = (object, { status, message }) => {
  if (status === 401) {
    return refusal(
      'forbidden',
      'the cluster rejects the credentials',
      'log in again: the credentials are wrong or expired',
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
        'an organization may change only the objects that docs/tenancy.md lists, in its own namespace: cluster-wide objects go into overrides/<cluster>/tenancy',
      )
    const { namespace } = object.metadata
    const what = `${resource}${group && `.${group}`}${namespace === undefined ? '' : ` --namespace ${namespace}`}`
    return refusal(
      'forbidden',
      denial,
      `${allRights}: bind it to this account, and check with \`kubectl auth can-i ${verb} ${what}\``,
    )
  }
  if (!message.includes('is attempting to grant RBAC permissions not currently held')) return undefined
  const [, grant = ''] = /is (attempting to grant .*)/s.exec(message) ?? []
  return refusal(
    'forbidden',
    `the account is ${quoted(object, grant)}`,
    `an account cannot grant rights that it lacks: ${allRights}, "bind" and "escalate" included`,
  )
}

/** The namespace or the kind of the object is missing. */
export const missing: Explain = (object, { status, message, causes }) => {
  const { namespace = '' } = object.metadata
  if (causes.some(({ reason }) => reason === 'NamespaceTerminating')) {
    return refusal(
      'missing',
      `the namespace ${namespace} is being deleted`,
      `wait until \`kubectl get namespace ${namespace}\` finds none, then run this again; finalizers of its objects can delay that`,
    )
  }
  if (status !== 404) return undefined
  if (/^namespaces "[^"]*" not found/.test(message)) {
    return refusal(
      'missing',
      `there is no namespace ${namespace}`,
      `check that this is the right cluster; then create it: \`kubectl create namespace ${namespace}\``,
    )
  }
  // The server reports the binding as not found, but the role is missing.
  if (/^(?:cluster)?rolebindings\.rbac\.authorization\.k8s\.io "[^"]*" not found/.test(message)) {
    return refusal(
      'missing',
      `the role ${textAt(object, 'roleRef', 'name')} does not exist yet, and this account may not bind a missing role`,
      `${allRights}, "bind" included; create the role first, if this network does not contain it`,
    )
  }
  return refusal(
    'missing',
    `the cluster does not serve the kind ${object.kind} of ${object.apiVersion}`,
    isCustom(object)
      ? 'install the product that has its CustomResourceDefinition, or add the definition to your overrides'
      : 'the version of the cluster is too old for the kind, or too new',
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
    return refusal('denied', withoutSecret(denial), `${whose} refuses it: ${askOperators}`)
  }
  const [failure, broken] = /failed calling webhook "([^"]*)"/.exec(message) ?? []
  if (failure === undefined) return undefined
  const hint = `the webhook ${broken} does not answer: check that its pods run, then run this again`
  return refusal('other', withoutSecret(failure), hint)

  function withoutSecret(known: string): string {
    return isSecret(object) ? `${known}; ${quoted(object, message)}` : quoted(object, message)
  }
}

/** Quotas, Pod Security and other rules of the cluster. */
export const denied: Explain = (object, { status, message, causes }) => {
  if (status !== 403) return undefined
  const [excess, quota] = /exceeded quota: ([^,\s]*).*/.exec(message) ?? []
  if (excess !== undefined) {
    return refusal(
      'denied',
      excess,
      `ask for a higher ResourceQuota ${quota} of the namespace, or request less in network.yaml`,
    )
  }
  const hint = message.includes('violates PodSecurity')
    ? 'rendered pods meet the standard "restricted": correct the patch in overrides/'
    : `a rule of the cluster forbids it: ${askOperators}`
  const fields = causes.map(({ field }) => field)
  return refusal('denied', quoted(object, message), hint, fields)
}
