/** Where Flux and its objects are; also what `flux bootstrap` calls its GitRepository and its first Kustomization. */
export const fluxNamespace = 'flux-system'
