/** The release that base manifests and CRDs are of, and that the tests were made with. */
export const emissaryVersion = '4.1.0'
