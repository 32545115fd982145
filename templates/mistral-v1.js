// Written anew after the format that mistral-common documents; docs/templates.md says what it was compared with.
export default {
  name: 'mistral-v1',
  encoding: 'mistral_v1',
  bos: '<s>',
  eos: '</s>',
  controls: ['<s>', '</s>'],
  roles: ['system', 'user', 'assistant'],
  calls: false,
  merges: true,
  emptyText: '',
  joint: '\n\n',
  jinja: `
{%- set state = namespace(system='', first=true) -%}
{%- for message in messages -%}
  {%- if message.role == 'system' -%}
    {%- set state.system = state.system + message.content + '\n\n' -%}
  {%- endif -%}
{%- endfor -%}
{{- bos_token -}}
{%- for message in messages -%}
  {%- if message.role == 'user' -%}
    {{- '[INST] ' + (state.system if state.first else '') + message.content + ' [/INST]' -}}
    {%- set state.first = false -%}
  {%- elif message.role == 'assistant' -%}
    {%- if state.first -%}
      {{- raise_exception('rule: the first message but the system message is from the user') -}}
    {%- elif not message.content -%}
      {{- raise_exception('rule: no message of the assistant is empty') -}}
    {%- endif -%}
    {{- message.content + eos_token -}}
  {%- endif -%}
{%- endfor -%}
`,
};
