/** The conclusions of the form. */
export const CONCLUSIONS = [
  { value: 'accept', label: 'Accept', detail: 'Nothing stands against the engagement' },
  {
    value: 'acceptWithSafeguards',
    label: 'Accept with safeguards',
    detail: 'Threats are reduced by what is written below',
  },
  { value: 'decline', label: 'Decline', detail: 'The engagement is not accepted' },
] as const;

/** A conclusion as a value of the contract. */
export type Conclusion = (typeof CONCLUSIONS)[number]['value'];

/** The statement that a person confirms; it can be worded otherwise before it is confirmed. */
export const INDEPENDENCE_STATEMENT =
  'I am independent of the client in fact and appearance, hold no financial interest in it, and neither designed nor operated the controls that are examined.';

/** Roles in which a person can join. */
export const ROLES = ['staff', 'senior', 'manager', 'partner', 'eqr'] as const;
