import { UNIT, type UnitFile } from '../core/exports/schedule.ts'

/** What the unit files say about themselves. */
export const UNIT_ABOUT = 'Check-ins that are due'

const FOLDER = '~/.config/systemd/user'

/** How to install the line of a crontab. */
export const CRON_HOW = `Nothing was installed. To install it, add the line with:
  crontab -e
On days when a check-in is due, cron mails you which. That needs a computer that can send mail.
`

/** How to install unit files. */
export const UNIT_HOW = `Nothing was installed. To install it, save each part under the name in its first line, then:
  systemctl --user daemon-reload
  systemctl --user enable --now ${UNIT}.timer
To read what it found:
  journalctl --user -u ${UNIT}.service
`

/** Unit files one below the other, each under its place. */
export function unitsText(units: readonly UnitFile[]): string {
  return units.map(({ name, text }) => `# ${FOLDER}/${name}\n${text}`).join('\n')
}
