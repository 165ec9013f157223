import type { AlertSource } from 'backstage-plugin-incidents-node';
import {
  alertmanager,
  generic,
} from 'backstage-plugin-incidents-backend-module-alert-sources';
import { webhookReplySchema } from 'backstage-plugin-incidents-common/schemas';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRepository } from './repository';

const folder = inRepository('docs/integrations');

function pageOf(name: string): string {
  return readFileSync(`${folder}/${name}.md`, 'utf8');
}

/** What stands in the fenced blocks that begin with these words. */
function blocksOf(page: string, words: string): string[] {
  const fence = /^ *```(.*)\n([\s\S]*?)^ *```$/gm;
  return [...page.matchAll(fence)]
    .filter(([, found]) => found === words)
    .map(([, , block]) => block);
}

/** The bodies that the page posts with curl. */
function postedBy(page: string): unknown[] {
  return blocksOf(page, 'sh').flatMap(block =>
    [...block.matchAll(/^ +-d '([^']*)'/gm)].map(([, body]) =>
      JSON.parse(body),
    ),
  );
}

function signalsOf(source: AlertSource, payload: unknown) {
  return source.toSignals(source.payload.parse(payload));
}

describe('docs/integrations/alertmanager.md', () => {
  const page = pageOf('alertmanager');

  it('has a configuration that delivers firing and resolved alerts with a token', () => {
    const [block, ...more] = blocksOf(page, 'yaml title="alertmanager.yml"');
    expect(more).toEqual([]);
    const { route, receivers } = parse(block);
    const receiver = receivers.find((one: any) => one.name === route.receiver);
    expect(receiver.webhook_configs).toEqual([
      {
        url: 'http://localhost:7007/api/incidents/webhooks/prometheus',
        send_resolved: true,
        http_config: {
          authorization: {
            type: 'Bearer',
            credentials: 'dev-prometheus-token',
          },
        },
      },
    ]);
  });

  it('posts what the source understands, and shows an answer as it comes', () => {
    const [posted] = postedBy(page);
    const [answer] = blocksOf(page, 'json title="the answer"');
    const { alerts } = webhookReplySchema.parse(JSON.parse(answer));
    expect(
      signalsOf(alertmanager, posted).map(signal => signal.fingerprint),
    ).toEqual(alerts.map(alert => alert.fingerprint));
  });
});

describe('docs/integrations/generic.md', () => {
  const page = pageOf('generic');

  it('posts an alert, and its end', () => {
    const [firing, resolved] = postedBy(page).flatMap(payload =>
      signalsOf(generic, payload),
    );
    expect(firing).toMatchObject({ status: 'firing', severity: 'high' });
    expect(resolved).toMatchObject({
      status: 'resolved',
      fingerprint: firing.fingerprint,
    });
  });

  it('shows several alerts as they are understood', () => {
    const [several] = blocksOf(page, 'json title="several alerts"');
    expect(signalsOf(generic, JSON.parse(several))).toHaveLength(2);
  });

  it('quotes a refusal as it reads', () => {
    const [answer] = blocksOf(
      page,
      'json title="the answer to a wrong status"',
    );
    const refused = generic.payload.safeParse({ title: 'x', status: 'bad' });
    expect(JSON.parse(answer).error.message).toContain(
      refused.error?.issues[0].message,
    );
  });
});

describe('the pages of docs/integrations', () => {
  const names = readdirSync(folder).map(file => file.replace(/\.md$/, ''));

  it.each(names)('%s has blocks that can be copied', name => {
    const page = pageOf(name);
    const yaml = [...page.matchAll(/^ *```(yaml title.*)$/gm)];
    for (const [, words] of yaml) {
      for (const block of blocksOf(page, words)) {
        expect(parse(block)).toEqual(expect.any(Object));
      }
    }
  });

  it('are reached from the index', () => {
    const index = pageOf('index');
    for (const name of names.filter(other => other !== 'index')) {
      expect(index).toContain(`(./${name}.md)`);
    }
  });
});
