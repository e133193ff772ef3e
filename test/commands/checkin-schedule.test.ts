import { describe, expect, it } from 'vitest'
import * as schedule from '../../src/commands/checkin-schedule.ts'
import { samsNotebook } from '../support/checkins.ts'
import { desk, problemOf } from '../support/context.ts'

describe('checkin schedule', () => {
  it('prints one line for cron with full paths, and how to install it apart from it', async () => {
    const at = await samsNotebook('2026-11-21')
    const { out, err, outcome } = await at.run(schedule, [], { with: 'cron', at: '8:15' })
    expect(out).toBe(
      `15 8 * * 1-5 /usr/bin/node /opt/tactful/bin/tactful.js checkin due --quiet --notebook ${at.root}\n`,
    )
    expect(err).toContain('crontab -e')
    expect(outcome).toBe('done')
    expect((await at.run(schedule, [], { with: 'cron' }, { quiet: true })).err).toBe('')
  })

  it('prints the units of systemd, each under its place', async () => {
    const at = await samsNotebook('2026-11-21')
    const { out, err } = await at.run(schedule, [], { with: 'systemd' })
    expect(out).toMatch(/^# ~\/\.config\/systemd\/user\/tactful-checkins\.service\n\[Unit\]\n/)
    expect(out).toContain(
      `ExecStart=/usr/bin/node /opt/tactful/bin/tactful.js checkin due --quiet --notebook ${at.root}\n`,
    )
    expect(out).toContain('\n# ~/.config/systemd/user/tactful-checkins.timer\n')
    expect(out).toContain('OnCalendar=Mon..Fri 08:30\n')
    expect(err).toContain('systemctl --user enable --now tactful-checkins.timer')
    const json = await at.run(schedule, [], { with: 'systemd' }, { json: true })
    expect(JSON.parse(json.out)).toMatchObject({
      with: 'systemd',
      at: '08:30',
      units: [{ name: 'tactful-checkins.service' }, { name: 'tactful-checkins.timer' }],
    })
  })

  it.each([
    [{}, '--with is missing'],
    [{ with: 'cron', at: '25:00' }, '"25:00" is no time of day'],
    [{ with: 'cron', at: 'noon' }, '"noon" is no time of day'],
  ])('refuses %j', async (options, words) => {
    const at = await samsNotebook('2026-11-21')
    const problem = await problemOf(at.run(schedule, [], options))
    expect(problem).toMatchObject({ kind: 'usage' })
    expect(JSON.stringify(problem)).toContain(words.replaceAll('"', '\\"'))
  })

  it('needs a notebook, so that what it prints can run', async () => {
    expect(await problemOf(desk().run(schedule, [], { with: 'cron' }))).toMatchObject({ kind: 'no-notebook' })
  })
})
