/** Posts one alert as Alertmanager would, to the integration `prometheus`. */
export function firstAlertCommand(baseUrl: string): string {
  return [
    `curl -X POST ${baseUrl}/webhooks/prometheus \\`,
    `  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
    `  -d '{"version":"4","status":"firing","alerts":[{"status":"firing",`,
    `       "labels":{"alertname":"HighErrorRate","service":"checkout","severity":"critical"},`,
    `       "annotations":{"summary":"Checkout answers 5xx"},"startsAt":"'$(date -u +%FT%TZ)'"}]}'`,
  ].join('\n');
}
