import type { RiskCase } from '../case.ts'
import { type Edits, edited, madeFor, running } from '../revisions.ts'

const chain = 'genesis: {chainId: 20261123}'
const given = (fields: string, more = ''): Edits => [[chain, `genesis: {chainId: 20261123${fields}}${more}`]]
const slower = '\ntransitions:\n  - {block: 100000, blockPeriodSeconds: 3}'

const ibft2 = given(', consensus: ibft2')
const genesisFile = 'material/public/genesis.json'

/** The genesis file of a chain that began with IBFT 2.0, and changed to QBFT at a block. */
function changingFile(): string {
  const genesis = JSON.parse(madeFor(edited(running, ibft2)).get(genesisFile) ?? '')
  genesis.config.qbft = { ...genesis.config.ibft2, startBlock: 500000 }
  return JSON.stringify(genesis)
}

/** Rules of the chain that change while it runs. */
export const transitions: readonly RiskCase[] = [
  {
    name: 'a fork is added',
    edits: given(', forks: {cancunTime: 1900000000}'),
    risks: [
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'caution fork-scheduled genesis.forks.cancunTime 5:50',
        message:
          'genesis.forks.cancunTime begins at 1900000000 (2030-03-17T17:46:40.000Z): from then on other rules apply, which cannot be undone',
        hint: 'make sure that the chain is well before it, and that every node, external ones included, runs with this change in time: a node without it stops at that block, or follows another chain',
      },
    ],
  },
  {
    name: 'a fork that was added is put off',
    given: given(', forks: {cancunTime: 1900000000}'),
    edits: [['cancunTime: 1900000000', 'cancunTime: 1950000000']],
    risks: [
      {
        risk: 'danger fork-moved genesis.forks.cancunTime 5:50',
        message:
          'genesis.forks.cancunTime changes from 1900000000 (2030-03-17T17:46:40.000Z) to 1950000000 (2031-10-17T10:40:00.000Z): nodes past either of them reject the blocks of the others',
        hint: 'merge this only while the chain has reached neither, and update every node before',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'a fork of the genesis file stays, though the definition no longer names it',
    given: given(', forks: {cancunTime: 1900000000}'),
    edits: [[', forks: {cancunTime: 1900000000}', '']],
    risks: [],
  },
  {
    name: 'the definition follows a chain that changed from IBFT 2.0 to QBFT',
    given: ibft2,
    named: { [genesisFile]: changingFile() },
    edits: [[', consensus: ibft2', '']],
    risks: [
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'caution consensus-followed genesis.consensus 5:10',
        message:
          'genesis.consensus changes from ibft2 to qbft: validators restart, and are asked and vote by the methods of qbft from then on',
        hint: 'merge this after the chain has reached config.qbft.startBlock of its genesis file',
      },
      {
        risk: 'caution guard-loosened carrier/v1+5 27:9',
        message:
          'carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more are guarded in another way: rpc-http-api is ETH, NET, WEB3, QBFT, ADMIN instead of ETH, NET, WEB3, IBFT, ADMIN',
        hint: 'put it back, unless the owner wants it so: let in what you know, and nothing that can change the node',
      },
    ],
  },
  {
    name: 'blocks get slower',
    edits: given('', slower),
    risks: [
      {
        risk: 'danger validators-restart validators 29:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'caution transition-scheduled transition-100000 7:13',
        message: 'from block 100000 on other rules apply',
        hint: 'make sure that the chain is well before it, and that every node, external ones included, runs with this change in time: a node without it stops at that block, or follows another chain',
      },
    ],
  },
  {
    name: 'a transition is another one',
    given: given('', slower),
    edits: [['blockPeriodSeconds: 3', 'blockReward: "5"']],
    risks: [
      {
        risk: 'danger transition-changed transition-100000 7:13',
        message: 'the transition at block 100000 has other content: nodes past it judge existing blocks by other rules',
        hint: 'restore it, unless the chain has not reached it and every node is updated before',
      },
      {
        risk: 'danger validators-restart validators 29:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'a transition is removed',
    given: given('', slower),
    edits: [[slower, '']],
    risks: [
      {
        risk: 'danger transition-changed transition-100000 1:1',
        message:
          'the transition at block 100000 leaves the definition: nodes past it judge existing blocks by other rules',
        hint: 'restore it, unless the chain has not reached it and every node is updated before',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'the validators are replaced',
    edits: given('', '\ntransitions:\n  - {block: 100000, validators: [maker/v3, maker/v4, bank/v7]}'),
    risks: [
      {
        risk: 'danger validators-replaced transition-100000 7:13',
        message: 'from block 100000 on the validators are maker/v3, maker/v4 and bank/v7, replacing all others',
        hint: 'use this when more than half of the validators are lost. Every node must run with this before block 100000: a node without it keeps waiting for the others',
      },
      {
        risk: 'danger validators-restart validators 29:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, in parallel: at most 2 may fail, so the chain may stop meanwhile',
        hint: 'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
]
