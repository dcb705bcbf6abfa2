import type { RuleTexts } from '../network/rule-text.ts'

/** Rules of what is rendered. */
export const imageRules: RuleTexts = {
  image: {
    title: 'The registry or the digest of an image is wrong.',
    why: 'Kubernetes could not pull the image.',
    cases: [
      {
        severity: 'error',
        finds:
          '`images.digests` names an image that the network does not use, or `images.registry` is invalid: a scheme, a login, a tag, a slash at the end, capitals, an invalid port, or a Docker Hub account.',
        remedy: 'Correct the name.',
      },
      {
        severity: 'warning',
        finds: '`images.registry` has a name that machines cannot resolve, such as the name of a Service.',
        remedy: 'Use a name that the machines of the cluster resolve.',
      },
    ],
  },
}
