import { version } from '../../src/product.ts'

/** A text with addresses of pages as every release would write it. */
export const withoutVersion = (text: string): string => text.replaceAll(`/blob/v${version}/`, '/blob/vX.Y.Z/')
