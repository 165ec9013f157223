/** What is wrong, and where: `levels.0.name`. */
export type Problem = { path: string; sentence: string };

/** The sentences of a refusal, each with the field of the form that it names. */
export function problemsIn(message: string): Problem[] {
  return message
    .replace(/^The body is not valid: /, '')
    .split(/; (?=[\w.]+: )/)
    .map(one => {
      const [, place = '', sentence = one] =
        /^([\w.]+): (.*)$/s.exec(one) ?? [];
      const path = place
        .replace(/^schedule\./, '')
        // An edit is the last of the revisions, and the form shows that one.
        .replace(/^revisions\.\d+\./, '');
      return { path, sentence };
    });
}

/** What is wrong with a field, or with something in it. */
export function problemAt(
  problems: Problem[],
  path: string,
  where: 'here' | 'within' = 'here',
): string | undefined {
  return problems.find(
    problem =>
      problem.path === path ||
      (where === 'within' && problem.path.startsWith(`${path}.`)),
  )?.sentence;
}
