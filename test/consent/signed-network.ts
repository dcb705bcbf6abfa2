import { dumpYaml } from '../../src/yaml.ts'
import { type DefinitionOptions, definition, makeHolders } from '../commands/definition.ts'
import { sshSigner } from './ssh-signer.ts'
import { consentOf, type Definition, type FilesByPath, organizationIn, redefined, workplace } from './workplace.ts'

/** Two who sign for the carrier, and one who would like to. */
export const alice = sshSigner('alice')
export const bob = sshSigner('bob')
export const mallory = sshSigner('mallory')
export const signers = { alice, bob, mallory }

export const carrier = (all: Definition) => organizationIn(all, 'carrier')

/** A network with all keys and an override, signed for the carrier twice; the one that counts last. */
export async function signedNetwork(
  options: DefinitionOptions = {},
): Promise<{ readonly older: FilesByPath; readonly signed: FilesByPath }> {
  const overridden = {
    'network.yaml': definition(await makeHolders(), options),
    'overrides/us/carrier/kustomization.yaml': component('a'),
  }
  const fresh = redefined(overridden, (all) => {
    carrier(all).signers = [alice.line, bob.line]
  })
  const first = workplace(fresh, { signers })
  await first.keys('manufacturer')
  await first.keys('carrier')
  await first.sign({ key: 'alice' })
  const older = first.files()
  const named = redefined(older, (all) => {
    carrier(all).subject = { organization: 'Carrier Inc.' }
  })
  return { older, signed: await signedBy(named, 'bob', older) }
}

export const component = (value: string): string =>
  dumpYaml({
    apiVersion: 'kustomize.config.k8s.io/v1alpha1',
    kind: 'Component',
    commonAnnotations: { 'example.com/value': value },
  })

/** What every command that decides says of signatures after a change of `base`. */
export async function judged(
  files: FilesByPath,
  base: FilesByPath,
): Promise<Record<'validate' | 'plan' | 'commit' | 'apply', string[]>> {
  const place = workplace(files, { signers, base })
  return {
    validate: consentOf(await place.validate()),
    plan: consentOf(await place.plan()),
    commit: consentOf(await place.commit()),
    apply: consentOf(await place.apply()),
  }
}

export async function signedBy(files: FilesByPath, key: string, base: FilesByPath): Promise<FilesByPath> {
  const place = workplace(files, { signers, base })
  await place.sign({ key })
  return place.files()
}

/** The files, with other texts where their path matches. */
export function mapped(files: FilesByPath, pattern: RegExp, change: (text: string) => string): FilesByPath {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, pattern.test(path) ? change(String(content)) : content]),
  )
}
