/** Found by leaving out one group of voices at a time (`validate.mjs`); never on the held-out set. */
export const settings = {
  /** Few voices write as a coach, a reviewer or a guide would, so theirs count twice. */
  twice: ['k-', 'm-', 'i-', 'd-webguide', 'h-webgeneric', 'j-helppages', 'j-mgmtblog', 'j-bigreview'],
  commonest: 12000,
  spread: 8,
  leastSeen: 2,
  strength: 16,
  mostFeatures: 36500,
  net: {
    dim: 24,
    filters: [24, 40, 40],
    epochs: 25,
    rate: 2e-3,
    seed: 1,
    drop: 0.5,
    wordDrop: 0.1,
    decay: 1e-2,
    batch: 32,
    own: 0.15,
    unknown: 0,
  },
  mix: { bias: 0.34, net: 0.41, linear: 0.56 },
  sure: 0.75,
  around: 1.4,
  ownView: 2.5,
  skip: -1.5,
}
