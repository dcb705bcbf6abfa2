import { at, type KubernetesObject } from './objects.ts'

/** A Job that is gone by itself some time after its end has run. */
export const removesItself = ({ kind, spec }: KubernetesObject): boolean =>
  kind === 'Job' && at(spec, 'ttlSecondsAfterFinished') !== undefined

/** Kinds whose objects act by themselves: one that left the definition is deleted, with prune or without. */
export const acts = ({ kind }: Pick<KubernetesObject, 'kind'>): boolean => kind === 'Job' || kind === 'CronJob'
