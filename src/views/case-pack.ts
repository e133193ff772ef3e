/** What is said of the yes that a case needs before others read it. Empty where everybody said yes. */
export function consentLines(unsaid: number, refused: number): string {
  const asks =
    unsaid === 0
      ? []
      : [
          `${unsaid === 1 ? 'For one of them' : `For ${unsaid} of them`} no yes is written down. Ask whoever had the case before others read it.`,
        ]
  const stays =
    refused === 0
      ? []
      : [
          `${refused === 1 ? 'One more stays' : `${refused} more stay`} here: it was said that it may not be told.`,
        ]
  return [...asks, ...stays].map((line) => `${line}\n`).join('')
}
