import { aks } from './aks.ts'
import { eks } from './eks.ts'
import { gke } from './gke.ts'
import { kubernetes } from './kubernetes.ts'
import { k3s, kind, minikube } from './local.ts'
import type { Provider } from './provider.ts'

/** Every provider that a definition may name. */
export const providers = { eks, aks, gke, kubernetes, kind, minikube, k3s } as const satisfies Record<string, Provider>

export type ProviderId = keyof typeof providers

export const providerIds = Object.keys(providers) as [ProviderId, ...ProviderId[]] // keys of a literal: Object.keys widens them
