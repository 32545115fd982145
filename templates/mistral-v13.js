// Written anew after the format that mistral-common documents; docs/templates.md says what it was compared with.
export default {
  name: 'mistral-v13',
  encoding: 'tekken',
  bos: '<s>',
  eos: '</s>',
  controls: [
    '<s>',
    '</s>',
    '[INST]',
    '[/INST]',
    '[SYSTEM_PROMPT]',
    '[/SYSTEM_PROMPT]',
    '[AVAILABLE_TOOLS]',
    '[/AVAILABLE_TOOLS]',
    '[TOOL_CALLS]',
    '[ARGS]',
    '[TOOL_RESULTS]',
    '[/TOOL_RESULTS]',
  ],
  roles: ['system', 'user', 'assistant', 'tool'],
  tools: true,
  merges: true,
  emptyText: '',
  joint: '\n\n',
  jinja: `
{%- set state = namespace(asked=-1, previous='') -%}
{%- for message in messages -%}
  {%- if message.role == 'user' -%}
    {%- set state.asked = (loop.index0 if state.asked < 0 else state.asked) -%}
  {%- endif -%}
{%- endfor -%}
{{- bos_token -}}
{%- for message in messages -%}
  {%- if message.role == 'system' -%}
    {%- if state.previous == 'assistant' or state.previous == 'tool' -%}
      {{- raise_exception('rule: no system message follows one of the assistant or a tool') -}}
    {%- endif -%}
    {{- '[SYSTEM_PROMPT]' + message.content + '[/SYSTEM_PROMPT]' -}}
  {%- elif message.role == 'user' -%}
    {%- if tools and loop.index0 == state.asked -%}
      {{- '[AVAILABLE_TOOLS]' + (tools | tojson) + '[/AVAILABLE_TOOLS]' -}}
    {%- endif -%}
    {{- '[INST]' + message.content + '[/INST]' -}}
  {%- elif message.role == 'assistant' -%}
    {%- if not state.previous -%}
      {{- raise_exception('rule: the first message is from the user or the system') -}}
    {%- elif not message.content and not message.tool_calls -%}
      {{- raise_exception('rule: no message of the assistant is empty') -}}
    {%- endif -%}
    {{- message.content -}}
    {%- for call in message.tool_calls or [] -%}
      {%- set given = call.function.arguments -%}
      {{- '[TOOL_CALLS]' + call.function.name + '[ARGS]' -}}
      {{- (given or '{}') if given is string else (given | tojson) -}}
    {%- endfor -%}
    {{- eos_token -}}
  {%- elif message.role == 'tool' -%}
    {%- if state.previous != 'assistant' and state.previous != 'tool' -%}
      {{- raise_exception('rule: a result of a tool follows its call') -}}
    {%- endif -%}
    {{- '[TOOL_RESULTS]' + message.content + '[/TOOL_RESULTS]' -}}
  {%- endif -%}
  {%- set state.previous = message.role -%}
{%- endfor -%}
`,
};
