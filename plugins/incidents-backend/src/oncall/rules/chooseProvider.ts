import { incidentAnnotations } from 'backstage-plugin-incidents-common';

/** Somebody whose annotation may name the provider, nearest first. */
export type Namer = { ref: string; annotations: Record<string, string> };

/** The provider to ask, or none: then the owner group answers. */
export type ProviderChoice = {
  id?: string;
  /** What of it to ask, such as the name of a schedule. */
  target?: string;
  /** A sentence: why this one. */
  because: string;
};

/**
 * Reads `incidents/on-call: <provider id>[:<target>]` of the nearest that has it. Does not go on to a farther one when the
 * nearest names something unknown: that would page people whom nobody meant.
 */
export function chooseProvider(
  namers: Namer[],
  known: (id: string) => boolean,
): ProviderChoice {
  const annotation = incidentAnnotations.onCall;
  const namer = namers.find(({ annotations }) => annotation in annotations);
  if (!namer) return { because: `Nothing names an on-call provider for it.` };
  const words = namer.annotations[annotation].trim();
  const { id, target } = readChoice(words);
  if (!known(id)) {
    return {
      because:
        id === ''
          ? `The annotation ${annotation} of ${namer.ref} is empty.`
          : `The on-call provider "${id.slice(0, 100)}" that ${
              namer.ref
            } names is not installed.`,
    };
  }
  return {
    id,
    ...(target && { target }),
    because: `${namer.ref} names ${words.slice(0, 200)}.`,
  };
}

/** `<provider id>[:<target>]`; what is not there is empty. */
export function readChoice(words: string): { id: string; target: string } {
  const colon = words.indexOf(':');
  return colon < 0
    ? { id: words.trim(), target: '' }
    : {
        id: words.slice(0, colon).trim(),
        target: words.slice(colon + 1).trim(),
      };
}
