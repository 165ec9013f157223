import { startTestBackend } from '@backstage/backend-test-utils';
import {
  alertSourcesExtensionPoint,
  type AlertSource,
} from 'backstage-plugin-incidents-node';
import { describeAlertSource } from 'backstage-plugin-incidents-node/testing';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { inRepository } from './repository';

// The module that the documentation tells others to write is compiled and run as it stands there.

const page = readFileSync(
  inRepository('docs/integrations/your-own.md'),
  'utf8',
);
const folder = inRepository('packages/workshop/src');

/** What the page says stands in a file. */
function fileOf(name: string): string {
  const [, rest] = page.split(`/${name}"\n`);
  return rest.slice(0, rest.indexOf('\n```') + 1);
}

const code = fileOf('beacon.ts');
const samples = fileOf('beacon.samples.ts');

/** What TypeScript says of the module, in a program in which it stands beside this test. */
function complaintsAbout(source: string): string[] {
  const files: Record<string, string> = {
    [`${folder}/beacon.ts`]: source,
    [`${folder}/beacon.samples.ts`]: samples,
  };
  const config = ts.readConfigFile(
    inRepository('tsconfig.json'),
    ts.sys.readFile,
  );
  const { options } = ts.parseJsonConfigFileContent(
    config.config,
    ts.sys,
    inRepository(),
  );
  const settings = {
    ...options,
    noEmit: true,
    incremental: false,
    composite: false,
  };
  const host = ts.createCompilerHost(settings);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = name => name in files || fileExists(name);
  host.readFile = name => files[name] ?? readFile(name);
  host.getSourceFile = (name, ...rest) =>
    name in files
      ? ts.createSourceFile(name, files[name], ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram(Object.keys(files), settings, host);
  return Object.keys(files)
    .map(name => program.getSourceFile(name))
    .flatMap(file => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
}

/** A module as Node.js would load it from a portal. */
function load(source: string): Record<string, any> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  const exports = {};
  // eslint-disable-next-line no-new-func
  new Function('require', 'exports', outputText)(
    (name: string) =>
      name === './beacon.samples' ? load(samples) : require(name),
    exports,
  );
  return exports;
}

describe('the source of docs/integrations/your-own.md', () => {
  it('has less than forty lines', () => {
    expect(code.trim().split('\n').length).toBeLessThan(40);
  });

  it('is what TypeScript understands', () => {
    expect(complaintsAbout(code)).toEqual([]);
    expect(complaintsAbout(code.replace("'firing'", "'on fire'"))).not.toEqual(
      [],
    );
  }, 60_000);

  it('plugs itself into the backend', async () => {
    const added: AlertSource[] = [];
    const { beacon, default: feature } = load(code);
    await startTestBackend({
      extensionPoints: [
        [
          alertSourcesExtensionPoint,
          { addAlertSources: (...sources) => added.push(...sources) },
        ],
      ],
      features: [feature],
    });
    expect(added).toEqual([beacon]);
  });
});

describeAlertSource(load(code).beacon);
