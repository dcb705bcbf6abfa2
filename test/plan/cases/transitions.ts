import type { RiskCase } from '../case.ts'
import type { Edits } from '../revisions.ts'

const chain = 'genesis: {chainId: 20261123}'
const given = (fields: string, more = ''): Edits => [[chain, `genesis: {chainId: 20261123${fields}}${more}`]]
const slower = '\ntransitions:\n  - {block: 100000, blockPeriodSeconds: 3}'

/** Rules of the chain that change while it runs. */
export const transitions: readonly RiskCase[] = [
  {
    name: 'a fork is added',
    edits: given(', forks: {cancunTime: 1900000000}'),
    risks: [
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'caution fork-scheduled genesis.forks.cancunTime 5:50',
        message:
          'genesis.forks.cancunTime begins at 1900000000 (2030-03-17T17:46:40.000Z): from then on other rules hold, and nothing takes that back',
        hint: 'be sure that the chain is well before it, and that every node runs with this, external ones too, before it comes: a node without it stops at that block, or follows another chain',
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
          'genesis.forks.cancunTime is 1950000000 (2031-10-17T10:40:00.000Z) instead of 1900000000 (2030-03-17T17:46:40.000Z): nodes that have passed either refuse the blocks of the others',
        hint: 'only while the chain has reached neither, and every node takes it up before',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'a fork that was added is taken back',
    given: given(', forks: {cancunTime: 1900000000}'),
    edits: [[', forks: {cancunTime: 1900000000}', '']],
    risks: [
      {
        risk: 'danger fork-moved genesis.forks.cancunTime 5:10',
        message:
          'genesis.forks.cancunTime is absent instead of 1900000000 (2030-03-17T17:46:40.000Z): nodes that have passed either refuse the blocks of the others',
        hint: 'only while the chain has reached neither, and every node takes it up before',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
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
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
      {
        risk: 'caution transition-scheduled transition-100000 7:13',
        message: 'from block 100000 on other rules hold',
        hint: 'be sure that the chain is well before it, and that every node runs with this, external ones too, before it comes: a node without it stops at that block, or follows another chain',
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
        message:
          'the transition at block 100000 has other content: nodes that have passed it judge the blocks that there are by other rules',
        hint: 'put it back, unless the chain has not reached it and every node takes this up before',
      },
      {
        risk: 'danger validators-restart validators 29:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
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
          'the transition at block 100000 leaves the definition: nodes that have passed it judge the blocks that there are by other rules',
        hint: 'put it back, unless the chain has not reached it and every node takes this up before',
      },
      {
        risk: 'danger validators-restart validators 27:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
  {
    name: 'the validators are replaced',
    edits: given('', '\ntransitions:\n  - {block: 100000, validators: [maker/v3, maker/v4, bank/v7]}'),
    risks: [
      {
        risk: 'danger validators-replaced transition-100000 7:13',
        message: 'from block 100000 on the validators are maker/v3, maker/v4 and bank/v7, whoever they were before',
        hint: 'that is for when more than half are lost. Every node has to run with this before block 100000: one that does not goes on waiting for the others',
      },
      {
        risk: 'danger validators-restart validators 29:9',
        message:
          '6 of 7 validators restart (carrier/v1, carrier/v2, maker/v3, maker/v4, retailer/v5 and 1 more), one after the other in each of 3 clusters, which do not wait for each other: at most 2 may be down, so the chain may stand still meanwhile',
        hint: 'one cluster after the other: platformVersion and settings can be given to a node by itself; else `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      },
    ],
  },
]
