import type { StylesheetJson } from 'cytoscape'

/** The look of the picture, in the colours of the page as they are now. `colour` gives the value of a variable of the style. */
export function pictureStyle(colour: (variable: string) => string): StylesheetJson {
  const font = colour('--font')
  const text = { 'font-family': font, color: colour('--text'), 'min-zoomed-font-size': 5.5 } as const
  return [
    { selector: 'node', style: { ...text, 'overlay-opacity': 0, 'text-events': 'no' } },
    {
      selector: '.cluster',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '18',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': colour('--picture-cluster'),
        'border-color': colour('--picture-line'),
        'border-width': 1.5,
        'z-index': 1,
      },
    },
    { selector: '.cluster.others', style: { 'border-style': 'dashed' } },
    {
      selector: '.organization',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '10',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': colour('--picture-organization'),
        'border-color': colour('--picture-line'),
        'border-width': 1,
        'z-index': 2,
      },
    },
    {
      selector: '.label',
      style: {
        width: 1,
        height: 1,
        'background-opacity': 0,
        events: 'no',
        label: 'data(label)',
        'font-size': 'data(size)',
        'font-weight': 500,
        'min-zoomed-font-size': 5.5,
        color: colour('--muted'),
        'text-halign': 'right',
        'text-valign': 'center',
        'text-wrap': 'ellipsis',
        'text-max-width': 'data(room)',
        'z-index': 5,
      },
    },
    { selector: '.label.strong', style: { color: colour('--text'), 'font-weight': 600, 'min-zoomed-font-size': 5 } },
    {
      selector: '.node',
      style: {
        shape: 'data(shape)' as 'ellipse',
        width: 34,
        height: 34,
        'background-color': (node) => colour(String(node.data('colour'))),
        'border-color': colour('--picture-organization'),
        'border-width': 2,
        label: 'data(label)',
        'font-size': 13,
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-wrap': 'ellipsis',
        'text-max-width': '96px',
        'z-index': 4,
      },
    },
    { selector: '.node.others', style: { 'background-opacity': 0.35, 'border-style': 'dashed' } },
    {
      selector: '.gate',
      style: {
        shape: 'diamond',
        width: 'data(size)',
        height: 'data(size)',
        'background-color': colour('--ambassador'),
        'border-color': colour('--picture'),
        'border-width': 4,
        label: '',
        'z-index': 6,
      },
    },
    { selector: '.gate.others', style: { shape: 'ellipse', events: 'no' } },
    {
      selector: '.street',
      style: {
        width: 'data(width)',
        'line-color': colour('--picture-street'),
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(distance)' as unknown as number[], // a number of the element, which its types do not know
        'control-point-weights': [0.5],
        'source-arrow-shape': 'data(arrowAtSource)' as 'none',
        'target-arrow-shape': 'data(arrowAtTarget)' as 'none',
        'source-arrow-color': colour('--picture-street'),
        'target-arrow-color': colour('--picture-street'),
        'arrow-scale': 1.1,
        'overlay-opacity': 0,
        events: 'no',
        'z-index': 3,
      },
    },
    {
      selector: '.street.labelled, .street.lit',
      style: {
        ...text,
        'font-size': 15,
        'source-label': 'data(atSource)',
        'target-label': 'data(atTarget)',
        'source-text-offset': 46,
        'target-text-offset': 46,
        'text-background-color': colour('--picture'),
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'roundrectangle',
      },
    },
    {
      selector: '.street.lit',
      style: {
        'line-color': colour('--accent'),
        'source-arrow-color': colour('--accent'),
        'target-arrow-color': colour('--accent'),
        'z-index': 4,
      },
    },
    { selector: '.faint', style: { opacity: 0.28 } },
    {
      selector: '.failed',
      style: {
        'background-color': colour('--bad-soft'),
        'border-color': colour('--bad'),
        'border-style': 'dashed',
        'border-width': 3,
      },
    },
    {
      selector: '.street.failed',
      style: {
        'line-style': 'dashed',
        'line-color': colour('--bad'),
        opacity: 0.5,
        'source-arrow-color': colour('--bad'),
        'target-arrow-color': colour('--bad'),
      },
    },
    { selector: '.found', style: { 'outline-color': colour('--accent'), 'outline-width': 3, 'outline-offset': 3 } },
    {
      selector: '.selected',
      style: { 'border-color': colour('--accent'), 'border-width': 4, 'border-style': 'solid' },
    },
  ]
}
