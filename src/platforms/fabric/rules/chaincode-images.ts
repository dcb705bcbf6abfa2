import type { Path, Problem } from '../../../network/finding.ts'
import { isImageReferenceProblem, isPinned, readImageReference } from '../../../network/image-reference.ts'
import { error, warning } from '../../problem.ts'
import type { FabricNetwork } from '../network.ts'
import type { Chaincode } from '../schema.ts'

/** Images that a container runtime would refuse, or whose content may change under the same name; and what a server cannot do by itself. */
export const chaincodeImageProblems = ({ top }: FabricNetwork): Problem[] =>
  top.chaincodes.flatMap((chaincode, at) => [
    ...initProblems(chaincode, ['chaincodes', at, 'initRequired']),
    ...imageProblems(chaincode, ['chaincodes', at]),
  ])

const initProblems = ({ name, initRequired }: Chaincode, path: Path): Problem[] =>
  initRequired
    ? [
        warning(
          'chaincode-init',
          `chaincode ${name} needs a call of its init first, which no Job makes`,
          'call it once from an application, or set initRequired: false',
          path,
        ),
      ]
    : []

function imageProblems({ name, image, organizations }: Chaincode, path: Path): Problem[] {
  if (image === undefined)
    return [
      error(
        'chaincode-image',
        `chaincode ${name} has no image`,
        `name the image of its server${organizations === undefined ? '' : ' that these organizations run'}`,
        path,
      ),
    ]
  const read = readImageReference(image)
  const own: Path = [...path, 'image']
  if (isImageReferenceProblem(read))
    return [
      error(
        'chaincode-image',
        `the image "${image}" of chaincode ${name} cannot be pulled: ${read.message}`,
        read.hint,
        own,
      ),
    ]
  if (isPinned(read)) return []
  return [
    warning(
      'chaincode-image',
      `the image ${image} of chaincode ${name} has no fixed tag: its content may change`,
      'pin a version or a digest',
      own,
    ),
  ]
}
