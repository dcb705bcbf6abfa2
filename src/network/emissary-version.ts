/** The release of the base manifests and CRDs, which tests use. */
export const emissaryVersion = '4.1.0'
