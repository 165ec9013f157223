import type {
  AlertSample,
  AlertSource,
  AlertSourceGuide,
} from 'backstage-plugin-incidents-node';
import { format } from 'prettier';
import { stringify } from 'yaml';

const backend = 'http://localhost:7007';
const marks = ['<!-- sources: begin -->', '<!-- sources: end -->'];

/** A source whose page is made of its guide. */
type Guided = AlertSource & { guide: AlertSourceGuide };

/**
 * The page of a source: what to write into config, what to do at the vendor's, and deliveries to try it with.
 */
export function integrationPage(source: Guided): string {
  const { id, title, guide } = source;
  return formatted(
    [
      `<!-- Written by \`yarn integrations-docs\` from the source \`${id}\`. -->`,
      `# ${title}`,
      `Source \`${id}\`. Read [Integrations](./index.md) first for what all of them have in common.`,
      '## 1. Tell the portal',
      configBlock(source),
      secretLine(guide),
      `To try it on your machine, set \`${variable(
        id,
        'TOKEN',
      )}\` to \`${tokenOf(
        id,
      )}\` when you start the portal; the rest of this page uses it. Elsewhere, put in the address of your portal's backend and a token of your own.`,
      `## 2. Tell ${title}`,
      guide.steps.map((step, i) => `${i + 1}. ${filled(step, id)}`).join('\n'),
      `The vendor's own page: <${guide.reference}>.`,
      '## 3. Try it',
      trial(source),
      '## Good to know',
      (guide.notes ?? []).map(note => `- ${filled(note, id)}`).join('\n'),
      'Answers are those of [every integration](./index.md#answers).',
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
}

/**
 * The page of all integrations, with the table of sources between its marks.
 *
 * @throws Error when the page has no marks.
 */
export function integrationIndex(page: string, sources: AlertSource[]): string {
  const [begin, end] = marks.map(mark => page.indexOf(mark));
  if (begin < 0 || end < begin) {
    throw new Error(`docs/integrations/index.md needs ${marks.join(' and ')}`);
  }
  const rows = sources.map(({ id, title, guide }) => {
    const signed = guide?.secret ? 'yes' : 'no';
    return `| ${title} | \`${id}\` | ${signed} | [${title}](./${id}.md) |`;
  });
  const table = [
    '| your monitor | source | signs its deliveries | page |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return formatted(
    `${page.slice(0, begin + marks[0].length)}\n\n${table}\n\n${page.slice(
      end,
    )}`,
  );
}

/** Whether the page of a source is made here, and not written by hand. */
export function isGuided(source: AlertSource): source is Guided {
  return source.guide !== undefined;
}

function configBlock({ id, guide }: Guided): string {
  const integration = {
    id,
    source: id,
    token: `\${${variable(id, 'TOKEN')}}`,
    ...(guide.secret ? { secret: `\${${variable(id, 'SECRET')}}` } : {}),
    ...guide.config,
  };
  const config = { incidents: { integrations: [integration] } };
  return block('yaml title="app-config.yaml"', stringify(config));
}

function secretLine({ secret }: AlertSourceGuide): string | undefined {
  return (
    secret &&
    `The secret: ${secret} With it the signature of each delivery is checked. The deliveries under [Try it](#3-try-it) are not signed, so leave the line out for them.`
  );
}

function trial(source: Guided): string {
  const samples = Object.entries(source.samples);
  const [name, firing] = samples.find(
    ([, sample]) => sample.expect[0]?.status === 'firing',
  )!;
  const resolved = source.samples[`${name}-resolved`];
  return [
    'An alert, as the vendor sends it:',
    curl(source, firing),
    'The answer is 202 and what became of the alert.',
    resolved
      ? `That it is over. The alert closes, and with the last of its alerts the incident becomes mitigated:\n\n${curl(
          source,
          resolved,
        )}`
      : `Nothing says that this is over, so a person resolves its incident.`,
  ].join('\n\n');
}

function curl({ id, guide }: Guided, { payload }: AlertSample): string {
  const url = addressOf(id);
  const shown = {
    bearer: `${url} \\\n  -H 'Authorization: Bearer ${tokenOf(id)}'`,
    basic: `${url} \\\n  -u portal:${tokenOf(id)}`,
    path: `${url}/${tokenOf(id)}`,
  }[guide.token];
  // An apostrophe would end the text for the shell.
  const body = JSON.stringify(payload, undefined, 2)
    .replaceAll("'", '\\u0027')
    .replaceAll('\n', '\n  ');
  return block(
    'sh',
    `curl -i ${shown} \\\n  -H 'Content-Type: application/json' \\\n  -d '${body}'\n`,
  );
}

function block(words: string, text: string): string {
  return `\`\`\`${words}\n${text}\`\`\``;
}

function filled(text: string, id: string): string {
  return text
    .replaceAll('{url}', addressOf(id))
    .replaceAll('{token}', tokenOf(id));
}

function addressOf(id: string): string {
  return `${backend}/api/incidents/webhooks/${id}`;
}

function tokenOf(id: string): string {
  return `dev-${id}-token`;
}

function variable(id: string, what: string): string {
  return `INCIDENTS_${id.replaceAll('-', '_').toUpperCase()}_${what}`;
}

function formatted(page: string): string {
  return format(page, { parser: 'markdown', singleQuote: true });
}
