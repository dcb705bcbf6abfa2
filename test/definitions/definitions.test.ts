import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Case } from './case.ts'
import { accepted } from './cases/accepted.ts'
import { acceptedAccounts, accounts } from './cases/accounts.ts'
import { addresses } from './cases/addresses.ts'
import { ambassador } from './cases/ambassador.ts'
import { amounts } from './cases/amounts.ts'
import { annotationValues } from './cases/annotation-values.ts'
import { annotations } from './cases/annotations.ts'
import { acceptedArtifacts, artifacts } from './cases/artifacts.ts'
import { acceptedClients, clients } from './cases/clients.ts'
import { clouds } from './cases/clouds.ts'
import { clusterServices } from './cases/cluster-services.ts'
import { clusters } from './cases/clusters.ts'
import { acceptedCorda, corda } from './cases/corda/index.ts'
import { effects } from './cases/effects.ts'
import { acceptedElsewhere, elsewhereCases } from './cases/elsewhere.ts'
import { exposure } from './cases/exposure.ts'
import { externalDns } from './cases/external-dns.ts'
import { acceptedFabric, fabric } from './cases/fabric/index.ts'
import { acceptedFamilies, families } from './cases/families.ts'
import { acceptedForks, forkCases } from './cases/forks.ts'
import { genesis } from './cases/genesis.ts'
import { genesisKeys, goquorum, goquorumClients } from './cases/goquorum.ts'
import { grammar } from './cases/grammar.ts'
import { imagesAndLabels } from './cases/images.ts'
import { acceptedIndy, indy } from './cases/indy/index.ts'
import { acceptedJoined, emptyBlocks, forksOfFile, ibft2Joined, joinedCases, unreadJoined } from './cases/joined.ts'
import { keys } from './cases/keys.ts'
import { lock } from './cases/lock.ts'
import { material } from './cases/material.ts'
import { mirrors } from './cases/mirrors.ts'
import { names } from './cases/names.ts'
import { acceptedOptions, options } from './cases/options.ts'
import { overrides } from './cases/overrides.ts'
import { partial } from './cases/partial.ts'
import { drains, placements } from './cases/placement.ts'
import { acceptedPlaces } from './cases/places.ts'
import { ports } from './cases/ports.ts'
import { quorum } from './cases/quorum.ts'
import { quorumOptions } from './cases/quorum-options.ts'
import { readers } from './cases/readers.ts'
import { recipients } from './cases/recipients.ts'
import { references } from './cases/references.ts'
import { acceptedRoles, roles } from './cases/roles.ts'
import { schema } from './cases/schema.ts'
import { secrets } from './cases/secrets.ts'
import { settings } from './cases/settings.ts'
import { acceptedSharedEndpoints, sharedEndpoints } from './cases/shared-endpoints.ts'
import { acceptedSigners, signers } from './cases/signers.ts'
import { sizes } from './cases/sizes.ts'
import { acceptedSubstrate, substrate } from './cases/substrate/index.ts'
import { acceptedTexts, hiddenCharacters } from './cases/texts.ts'
import { acceptedTransitions, transitions } from './cases/transitions.ts'
import { validators } from './cases/validators.ts'
import { acceptedWish, wish } from './cases/wish.ts'
import { yaml } from './cases/yaml.ts'
import { yamlSyntax } from './cases/yaml-syntax.ts'
import { findingsOf, goodCorda, goodFabric, goodIndy, goodSubstrate } from './findings-of.ts'

const bad = {
  yaml,
  yamlSyntax,
  schema,
  keys,
  partial,
  references,
  names,
  clusters,
  clusterServices,
  addresses,
  families,
  grammar,
  clouds,
  annotations,
  annotationValues,
  externalDns,
  mirrors,
  effects,
  ports,
  sizes,
  placements,
  drains,
  amounts,
  readers,
  recipients,
  signers,
  secrets,
  hiddenCharacters,
  genesis,
  elsewhereCases,
  forkCases,
  roles,
  accounts,
  joinedCases,
  unreadJoined,
  ibft2Joined,
  emptyBlocks,
  forksOfFile,
  goquorum,
  goquorumClients,
  genesisKeys,
  validators,
  settings,
  options,
  quorum,
  quorumOptions,
  artifacts,
  clients,
  transitions,
  wish,
  exposure,
  sharedEndpoints,
  ambassador,
  imagesAndLabels,
  lock,
  material,
  overrides,
}

const acceptedHere = [
  ...accepted,
  ...acceptedAccounts,
  ...acceptedArtifacts,
  ...acceptedClients,
  ...acceptedPlaces,
  ...acceptedFamilies,
  ...acceptedElsewhere,
  ...acceptedForks,
  ...acceptedRoles,
  ...acceptedJoined,
  ...acceptedOptions,
  ...acceptedSharedEndpoints,
  ...acceptedSigners,
  ...acceptedTexts,
  ...acceptedTransitions,
  ...acceptedWish,
]
const good = [...acceptedHere, ...acceptedFabric, ...acceptedIndy, ...acceptedSubstrate, ...acceptedCorda]

const all: readonly Case[] = [
  ...Object.values(bad).flat(),
  ...Object.values(fabric).flat(),
  ...Object.values(indy).flat(),
  ...Object.values(substrate).flat(),
  ...Object.values(corda).flat(),
  ...good,
]

it('finds nothing in good.yaml, and in those of other ledgers before and after their keys are made', async () => {
  expect(await findingsOf({})).toEqual([])
  expect(await findingsOf({}, goodFabric)).toEqual([])
  expect(await findingsOf({ keysMade: true }, goodFabric)).toEqual([])
  expect(await findingsOf({}, goodIndy)).toEqual([])
  expect(await findingsOf({ keysMade: true }, goodIndy)).toEqual([])
  expect(await findingsOf({}, goodSubstrate)).toEqual([])
  expect(await findingsOf({ keysMade: true }, goodSubstrate)).toEqual([])
  expect(await findingsOf({}, goodCorda)).toEqual([])
  expect(await findingsOf({ keysMade: true }, goodCorda)).toEqual([])
})

describe.each(Object.entries({ ...bad, accepted: acceptedHere }))('%s', (_, cases) => {
  for (const given of cases) {
    it(given.name, async () => {
      const findings = await findingsOf(given)
      expect(findings).toEqual(given.findings)
      if (given.secret !== undefined) expect(JSON.stringify(findings)).not.toContain(given.secret)
    })
  }
})

describe.each(Object.entries({ ...fabric, accepted: acceptedFabric }))('fabric: %s', (_, cases) => {
  for (const given of cases)
    it(given.name, async () => expect(await findingsOf(given, goodFabric)).toEqual(given.findings))
})

describe.each(Object.entries({ ...indy, accepted: acceptedIndy }))('indy: %s', (_, cases) => {
  for (const given of cases)
    it(given.name, async () => expect(await findingsOf(given, goodIndy)).toEqual(given.findings))
})

describe.each(Object.entries({ ...substrate, accepted: acceptedSubstrate }))('substrate: %s', (_, cases) => {
  for (const given of cases)
    it(given.name, async () => expect(await findingsOf(given, goodSubstrate)).toEqual(given.findings))
})

describe.each(Object.entries({ ...corda, accepted: acceptedCorda }))('corda: %s', (_, cases) => {
  for (const given of cases)
    it(given.name, async () => expect(await findingsOf(given, goodCorda)).toEqual(given.findings))
})

it('has a secret in every case of secrets, and findings in every case but the accepted', () => {
  expect(secrets.filter(({ secret }) => secret === undefined)).toEqual([])
  expect(good.filter(({ findings }) => findings.length > 0)).toEqual([])
  const silent = all.filter(({ findings }) => findings.length === 0)
  expect(silent).toEqual(good)
})

it('tells cases apart by their names', () => {
  for (const cases of [
    ...Object.values(bad),
    ...Object.values(fabric),
    ...Object.values(indy),
    ...Object.values(substrate),
    ...Object.values(corda),
  ])
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
})

describe('rules', () => {
  const rulesIn = (cases: readonly Case[]) => new Set(cases.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
  // What building the result with kustomize shows, and what a folder holds that is applied, is tested with real ones: test/commands.
  const covered = new Set([
    ...rulesIn(all),
    'kustomize',
    'lock-outdated',
    'deploy-outdated',
    'not-committed',
    'base-broken',
    // What only a folder or a commit has: test/commands/links.test.ts, test/commands/plan/deploy.test.ts.
    'file-kind',
    // Of bytes, which cases have not: test/check/unusable.test.ts.
    'file-encoding',
    'deploy-changed',
    'deploy-stale',
    // What only a plan can judge: test/plan/acknowledged.test.ts.
    'acknowledge-unused',
    'acknowledge-spent',
    'kubernetes-refuses',
    // What a clock shows, and what renewal leaves out: test/material.
    'certificate-expired',
    'certificate-expires',
    'not-re-encrypted',
    'not-renewed',
    // What is built: test/ambassador/checks.test.ts.
    'route-collision',
    'route-freeze',
    'route-dead',
    'route-terminates',
    'route-text',
    // What overrides build: test/check/overrides/built.test.ts.
    'override-namespace',
    'override-volume',
    'override-load-balancer',
    // Of binary files, which only some ledgers name: test/commands/binary.test.ts.
    'named-file-size',
    // What is signed: test/consent.
    'signature-missing',
    'signature-invalid',
    'signers-record',
  ])
  const known = rulesOf(join(import.meta.dirname, '../../src'))

  it('have a case each', () => {
    expect([...known].filter((rule) => !covered.has(rule))).toEqual([])
  })

  it('are all seen in the sources', () => {
    const found = rulesIn(all)
    expect([...found].filter((rule) => !known.has(rule))).toEqual([])
  })
})

/** Identifiers of rules in the sources: written as a property, or as an argument of a function that makes a problem. */
function rulesOf(folder: string): Set<string> {
  const shapes =
    /(?:\brule: |\b(?:error|warning|notice|report|inFile)\(\s*|\bproblem\(\s*'(?:error|warning|notice)',\s*)'([a-z]+(?:-[a-z]+)*)'/g
  return new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // The platform to copy has an example of a rule, which no definition can meet.
      .filter((path) => path.endsWith('.ts') && !path.includes('_template'))
      .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(shapes)])
      .map(([, rule = '']) => rule),
  )
}
