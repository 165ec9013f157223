const level = (id: string, words: string[]) => ({
  ...{ id, words },
  title: id,
  criteria: `What ${id} means.`,
});

/** `incidents.severities` of config: the portal's default, and a stricter one for whoever asks for it by annotation. */
export const twoSchemes = {
  default: 'standard',
  schemes: [
    {
      name: 'standard',
      title: 'Standard',
      default: 'SEV3',
      levels: [
        level('SEV1', ['critical']),
        level('SEV2', ['error']),
        level('SEV3', ['warning']),
        level('SEV4', ['info']),
      ],
    },
    {
      name: 'payments',
      title: 'Payments',
      default: 'P2',
      levels: [level('P1', ['critical', 'error']), level('P2', ['warning'])],
    },
  ],
};
