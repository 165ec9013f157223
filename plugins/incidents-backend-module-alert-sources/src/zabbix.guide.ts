import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

const script = `try {
  var params = JSON.parse(value);
  var request = new HttpRequest();
  request.addHeader('Content-Type: application/json');
  request.addHeader('Authorization: Bearer ' + params.token);
  var url = params.url;
  delete params.url;
  delete params.token;
  var answer = request.post(url, JSON.stringify(params));
  if (request.getStatus() < 200 || request.getStatus() >= 300) {
    throw 'HTTP ' + request.getStatus() + ': ' + answer;
  }
  return 'OK';
} catch (error) {
  Zabbix.log(3, '[Backstage incidents] ' + error);
  throw 'Backstage incidents: ' + error;
}`;

const parameters = [
  ['url', '{url}'],
  ['token', '{token}'],
  ['event_source', '{EVENT.SOURCE}'],
  ['event_id', '{EVENT.ID}'],
  ['event_value', '{EVENT.VALUE}'],
  ['event_name', '{EVENT.NAME}'],
  ['event_severity', '{EVENT.SEVERITY}'],
  ['event_opdata', '{EVENT.OPDATA}'],
  ['event_tags', '{EVENT.TAGSJSON}'],
  ['event_timestamp', '{EVENT.TIMESTAMP}'],
  ['event_ack_status', '{EVENT.ACK.STATUS}'],
  ['event_recovery_id', '{EVENT.RECOVERY.ID}'],
  ['event_recovery_timestamp', '{EVENT.RECOVERY.TIMESTAMP}'],
  ['trigger_id', '{TRIGGER.ID}'],
  ['trigger_description', '{TRIGGER.DESCRIPTION}'],
  ['trigger_url', '{TRIGGER.URL}'],
  ['host', '{HOST.HOST}'],
  ['host_name', '{HOST.NAME}'],
  ['host_ip', '{HOST.IP}'],
  ['host_groups', '{TRIGGER.HOSTGROUP.NAME}'],
  ['alert_subject', '{ALERT.SUBJECT}'],
  ['alert_message', '{ALERT.MESSAGE}'],
  ['zabbix_url', '{$ZABBIX.URL}'],
];

const table = parameters
  .map(([name, value]) => `| \`${name}\` | \`${value}\` |`)
  .join('\n');

/** For Zabbix 6.0 and later. */
export const zabbixGuide: AlertSourceGuide = {
  steps: [
    'Set the macro `{$ZABBIX.URL}` to the address of the frontend under **Administration → Macros**, so that alerts link back to their problem.',
    'Open **Alerts → Media types** (**Administration → Media types** in 6.0), click **Create media type**, name it `Backstage incidents` and choose **Webhook** as its **Type**.',
    `Replace the **Parameters** with these:\n\n| Name | Value |\n| --- | --- |\n${table}`,
    `Paste this as **Script**:\n\n\`\`\`js\n${script}\n\`\`\``,
    'Under **Message templates** add **Problem**, **Problem recovery** and **Problem update** with their defaults, and click **Add**.',
    'Give a user of its own this media under **Users → Users → Media**, with `incidents` in **Send to** and read permission on the host groups.',
    'Under **Alerts → Actions → Trigger actions** create an action which sends to that user in **Operations**, **Recovery operations** and **Update operations**; without the last, nobody here sees an acknowledgement.',
  ],
  token: 'bearer',
  reference:
    'https://www.zabbix.com/documentation/current/en/manual/config/notifications/media/webhook',
  notes: [
    'An alert is known by `{EVENT.ID}`, which a recovery repeats. The recovery resolves it; `{EVENT.RECOVERY.ID}` is another number and is not looked at. Without an event it is `{TRIGGER.ID}`.',
    'Tags of the trigger become labels. A tag `backstage_entity` names the entity; tags `runbook_url` and `dashboard` become links.',
    'Macros that Zabbix could not replace count as absent. `{EVENT.DATE}` and `{EVENT.TIME}` are not read, because they have no zone.',
    '**Test** of the media type sends the macros as they are and therefore brings no alert.',
  ],
};
