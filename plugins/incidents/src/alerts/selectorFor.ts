/** Labels that say which service an alert is about, the likeliest first. */
const telling = [
  'service',
  'app',
  'component',
  'job',
  'namespace',
  'alertname',
];

/** A selector that would have taken an alert with these labels, made of its two most telling ones. */
export function selectorFor(
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const chosen = telling.filter(name => labels[name]).slice(0, 2);
  return chosen.length
    ? chosen.map(name => `${name}=${labels[name]}`).join(',')
    : undefined;
}
