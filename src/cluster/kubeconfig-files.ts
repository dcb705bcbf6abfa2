import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { OperatorError } from '../errors.ts'

/** Kubernetes mounts these into each pod: the token and the address of the API server. */
const serviceAccount = '/var/run/secrets/kubernetes.io/serviceaccount/token'

const howTo = 'set KUBECONFIG to the file with the clusters, or log in to them, which writes ~/.kube/config'

/**
 * Files of the kubeconfig, as kubectl looks for them: those in KUBECONFIG that exist, else `~/.kube/config`. None in a pod that has a
 * service account instead. Throws OperatorError where there is nothing.
 */
export function kubeconfigFiles({ KUBECONFIG = '', HOME = '' }: NodeJS.ProcessEnv): readonly string[] {
  const named = KUBECONFIG.split(delimiter).filter((file) => file !== '')
  const usual = HOME === '' ? [] : [join(HOME, '.kube', 'config')]
  const files = (named.length > 0 ? named : usual).filter((file) => existsSync(file))
  for (const file of files)
    if (!statSync(file).isFile())
      throw new OperatorError(
        `the kubeconfig ${file} is not a regular file`,
        `use a regular file, as it is read more than once; ${howTo}`,
      )
  if (files.length > 0) return files
  if (named.length > 0)
    throw new OperatorError(`there is no kubeconfig: KUBECONFIG names ${named.join(', ')}, which does not exist`, howTo)
  if (existsSync(serviceAccount)) return []
  throw new OperatorError(`there is no kubeconfig: KUBECONFIG is not set, and ~/.kube/config does not exist`, howTo)
}
