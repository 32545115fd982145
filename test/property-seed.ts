import fc from 'fast-check';

// One seed for every property, so that a run of the tests says the same of the same tree; `npm run fuzz` tries others.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
