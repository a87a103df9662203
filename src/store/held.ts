// core/held.ts, loaded when the first figure is asked for: the reader behind it weighs 40 MB, which a server at rest does without.

export const heldRules = () => import('../core/held.ts')
