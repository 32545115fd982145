/**
 * Fields that are known to add no tokens to a prompt, in the spelling of {@link plainName}. Numbers and switches need no name here: they are
 * no text.
 */
const SILENT: ReadonlySet<string> = new Set(
  [
    // How an answer is made, cut, sent and billed.
    'stop stopsequences stoptokenids stopwhen logitbias modalities responsemodalities audio streamoptions servicetier speed inferencegeo',
    'reasoning reasoningeffort reasoningsummary reasoningformat effort verbosity textverbosity thinkingconfig think truncation',
    'contextmanagement include betas anthropicbeta anthropicversion safetysettings speechconfig imageconfig responsemimetype mode',
    'keepalive options provider models route transforms usage guardrailconfig performanceconfig additionalmodelresponsefieldpaths',
    'activetools retrievalconfig routingconfig automaticfunctioncalling structuredoutputmode timeout',
    // What names a call, a user or a message, and what an answer said of itself.
    'id type object status phase role index metadata requestmetadata labels user safetyidentifier promptcachekey promptcacheretention',
    'sessionid trace created createdat stopreason stopsequence stopdetails finishreason annotations logprobs model toolname',
    'callid toolcallid tooluseid cachecontrol cachepoint provideroptions providermetadata experimentalprovidermetadata',
    // What an SDK's call needs for itself.
    'headers httpoptions abortsignal telemetry experimentaltelemetry experimentalcontext runtimecontext',
    // Of a part: names of a file, seals of a thought, where a text was found.
    'citations filename name caller signature thoughtsignature thought providerexecuted dynamic state obfuscation',
  ]
    .join(' ')
    .split(' '),
);

/** A field's name without its spelling: `max_output_tokens` and `maxOutputTokens` are one. */
export function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Whether a field may add tokens to a prompt: it has something in it, and is not known to add none. */
export function mayAddTokens(name: string, value: unknown): boolean {
  const isText = typeof value === 'string' && value !== '';
  const isFilled = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return (isText || isFilled) && !SILENT.has(plainName(name));
}
