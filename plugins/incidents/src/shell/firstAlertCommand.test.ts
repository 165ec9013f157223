import { firstAlertCommand } from './firstAlertCommand';

describe('the command that sends a first alert', () => {
  const command = firstAlertCommand('https://portal.example/api/incidents');

  it('goes to the webhook of this portal', () => {
    expect(command).toContain(
      'https://portal.example/api/incidents/webhooks/prometheus',
    );
  });

  it('sends a body that is JSON once the shell has filled in the date', () => {
    const [, body] = /-d '([\s\S]*)'$/.exec(command)!;
    const sent = body.replace(/'\$\(date[^)]*\)'/, '2026-11-20T03:00:00Z');
    expect(JSON.parse(sent)).toMatchObject({
      version: '4',
      alerts: [{ status: 'firing', startsAt: '2026-11-20T03:00:00Z' }],
    });
  });
});
