/** The time, fixed by `TACTFUL_NOW` where that is set. */
export interface Clock {
  /** ISO instant in UTC. */
  now(): string
  /** The user's plain day, `YYYY-MM-DD`. */
  today(): string
  /** The user's local time of day, `HH:MM`. */
  time(): string
  /** The user's time zone, such as `Europe/Lisbon`. */
  zone(): string
}
