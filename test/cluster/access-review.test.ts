import { expect, it } from 'vitest'
import { rightsToApply, rightText } from '../../src/cluster/access-review.ts'
import type { Resources } from '../../src/cluster/resources.ts'

const resources: Resources = {
  of: async ({ kind }) => ({ group: '', plural: `${kind.toLowerCase()}s`, namespaced: true }),
  forget: () => {},
}

it('only Jobs and CronJobs need the right to be deleted: the others go with prune', async () => {
  const objects = [
    ['v1', 'Service'],
    ['batch/v1', 'Job'],
    ['batch/v1', 'CronJob'],
  ].map(([apiVersion = '', kind = '']) => ({ apiVersion, kind, metadata: { name: 'one', namespace: 'a' } }))
  expect((await rightsToApply(objects, resources)).map(rightText)).toEqual([
    ...['get', 'create', 'patch'].map((verb) => `${verb} services in a`),
    ...['get', 'create', 'patch', 'delete'].map((verb) => `${verb} jobs.batch in a`),
    ...['get', 'create', 'patch', 'delete'].map((verb) => `${verb} cronjobs.batch in a`),
    'list pods',
  ])
})
