/** Creates a schedule of two people who take turns by the week, to begin with. */
export function firstScheduleCommand(baseUrl: string): string {
  return [
    `curl -X POST ${baseUrl}/oncall/schedules \\`,
    `  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
    `  -d '{"name":"checkout","title":"Checkout","timeZone":"Europe/Berlin","levels":[`,
    `       {"name":"Primary","rotations":[{"name":"weekly","participants":["user:default/ada","user:default/bo"],`,
    `        "turn":{"every":1,"unit":"weeks"},"handoff":{"time":"09:00","weekday":"mon"},"startsAt":"2026-01-05"}]}]}'`,
  ].join('\n');
}
