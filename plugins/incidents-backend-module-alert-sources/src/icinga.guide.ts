import type { AlertSourceGuide } from 'backstage-plugin-incidents-node';

const curl =
  '--silent --show-error --fail --max-time 20 --retry 5 --retry-delay 2';
const folder = '/etc/backstage-incidents';

const arguments_ = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(
      ([name, macro]) =>
        `    "${name}" = { key = "--data-urlencode", value = "${name}=${macro}" }`,
    )
    .join('\n');

const command = (name: string, fields: Record<string, string>) =>
  `object NotificationCommand "${name}" {
  command = [ "/usr/bin/curl", ${curl
    .split(' ')
    .map(word => `"${word}"`)
    .join(', ')}, "--header", "@${folder}/header", "{url}" ]
  arguments = {
${arguments_(fields)}
  }
}`;

const both = {
  type: '$notification.type$',
  author: '$notification.author$',
  comment: '$notification.comment$',
  host: '$host.name$',
  host_display_name: '$host.display_name$',
  address: '$address$',
};
const ofHost = {
  state: '$host.state$',
  output: '$host.output$',
  last_state_change: '$host.last_state_change$',
  notes_url: '$host.notes_url$',
  backstage_entity: '$host.vars.backstage_entity$',
};
const ofService = {
  service: '$service.name$',
  service_display_name: '$service.display_name$',
  state: '$service.state$',
  output: '$service.output$',
  last_state_change: '$service.last_state_change$',
  notes_url: '$service.notes_url$',
  backstage_entity: '$service.vars.backstage_entity$',
};

const commands = [
  command('backstage-incidents-host', { ...both, ...ofHost }),
  command('backstage-incidents-service', { ...both, ...ofService }),
].join('\n\n');

const notification = (kind: 'Host' | 'Service') =>
  `apply Notification "backstage-incidents" to ${kind} {
  command = "backstage-incidents-${kind.toLowerCase()}"
  users = [ "icingaadmin" ]
  types = [ Problem, Acknowledgement, Recovery, Custom, FlappingStart, FlappingEnd, DowntimeEnd, DowntimeRemoved ]
  interval = 0
  assign where host.address
}`;

const nagiosCommand = (kind: 'host' | 'service') => {
  const upper = kind.toUpperCase();
  const fields = {
    type: '$NOTIFICATIONTYPE$',
    // Unlike those of the notification, these are cleaned before a shell sees them.
    author: `$${upper}ACKAUTHOR$`,
    comment: `$${upper}ACKCOMMENT$`,
    host: '$HOSTNAME$',
    host_display_name: '$HOSTALIAS$',
    address: '$HOSTADDRESS$',
    ...(kind === 'service' && { service: '$SERVICEDESC$' }),
    state: `$${upper}STATE$`,
    output: `$${upper}OUTPUT$`,
    last_state_change: `$LAST${upper}STATECHANGE$`,
    notes_url: `$${upper}NOTESURL$`,
    backstage_entity: `$_${upper}BACKSTAGE_ENTITY$`,
  };
  const words = Object.entries(fields)
    .map(([name, macro]) => `--data-urlencode "${name}=${macro}"`)
    .join(' ');
  return `define command {
  command_name  notify-${kind}-by-backstage-incidents
  command_line  /usr/bin/curl ${curl} --header @${folder}/header ${words} {url}
}`;
};

const fence = (text: string) => `\n\n\`\`\`\n${text}\n\`\`\``;

/** For Icinga 2 and for Nagios, whose commands differ and whose fields are the same. */
export const icingaGuide: AlertSourceGuide = {
  steps: [
    `On the monitoring server write the token into a file that only the monitor can read, so that it is in no list of processes (curl 7.55 or later):${fence(
      `install -d -o nagios -g nagios -m 0750 ${folder}\necho 'Authorization: Bearer {token}' > ${folder}/header\nchown nagios: ${folder}/header && chmod 0400 ${folder}/header`,
    )}`,
    `**Icinga 2**: put the two commands into \`/etc/icinga2/conf.d/backstage-incidents.conf\`. In Icinga Director they are **Commands** of type **Notification Plugin Command**.${fence(
      commands,
    )}`,
    `Add to that file which hosts and services are told of, then run \`icinga2 daemon -C\` and reload Icinga 2.${fence(
      `${notification('Host')}\n\n${notification('Service')}`,
    )}`,
    `**Nagios**: add the two commands to \`commands.cfg\`.${fence(
      `${nagiosCommand('host')}\n\n${nagiosCommand('service')}`,
    )}`,
    'Name them in `host_notification_commands` and `service_notification_commands` of a contact whose notification options include recovery and flapping, add that contact to the hosts and services, and reload Nagios.',
  ],
  token: 'bearer',
  reference:
    'https://icinga.com/docs/icinga-2/latest/doc/03-monitoring-basics/#notification-commands',
  notes: [
    'An alert is known by the names of host and service (`host!service`), which a recovery repeats and both nodes of a pair share. Ids of problems are not used: they are 0 in the recovery.',
    'The state (`WARNING`, `CRITICAL`, `DOWN` …) is the severity hint. The beginning of flapping fires; its end, the end of a downtime and a custom notification count by the state they come with. The beginning of a downtime brings no alert.',
    'The custom variable `backstage_entity` (`_backstage_entity` in Nagios) names the entity. `notes_url` becomes the runbook. Any further field that you add to the command, such as `env=prod` or `service_groups`, becomes a label; `runbook_url` and `alert_url` become links too.',
    'Macros that were not replaced count as absent. Nagios gives its commands to a shell: leave `illegal_macro_output_chars` of `nagios.cfg` as it is by default.',
  ],
};
