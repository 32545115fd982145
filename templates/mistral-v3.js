// Written anew after the format that mistral-common documents; docs/templates.md says what it was compared with.
export default {
  name: 'mistral-v3',
  encoding: 'tekken',
  bos: '<s>',
  eos: '</s>',
  controls: [
    '<s>',
    '</s>',
    '[INST]',
    '[/INST]',
    '[AVAILABLE_TOOLS]',
    '[/AVAILABLE_TOOLS]',
    '[TOOL_CALLS]',
    '[TOOL_RESULTS]',
    '[/TOOL_RESULTS]',
  ],
  roles: ['system', 'user', 'assistant', 'tool'],
  tools: true,
  merges: true,
  both: 'neither',
  idLength: 9,
  emptyText: '',
  joint: '\n\n',
  jinja: `
{%- set state = namespace(system='', last=-1, previous='') -%}
{%- for message in messages -%}
  {%- if message.role == 'system' -%}
    {%- set state.system = state.system + message.content + '\n\n' -%}
  {%- elif message.role == 'user' -%}
    {%- set state.last = loop.index0 -%}
  {%- endif -%}
{%- endfor -%}
{{- bos_token -}}
{%- for message in messages -%}
  {%- if message.role == 'user' -%}
    {%- if loop.index0 == state.last and tools -%}
      {{- '[AVAILABLE_TOOLS]' + (tools | tojson) + '[/AVAILABLE_TOOLS]' -}}
    {%- endif -%}
    {{- '[INST]' + (state.system if loop.index0 == state.last else '') + message.content + '[/INST]' -}}
  {%- elif message.role == 'assistant' -%}
    {%- if not state.previous -%}
      {{- raise_exception('rule: the first message but the system message is from the user') -}}
    {%- elif not message.content and not message.tool_calls -%}
      {{- raise_exception('rule: no message of the assistant is empty') -}}
    {%- endif -%}
    {{- message.content -}}
    {%- if message.tool_calls -%}
      {{- '[TOOL_CALLS][' -}}
      {%- for call in message.tool_calls -%}
        {{- ', ' if not loop.first else '' -}}
        {%- set given = call.function.arguments -%}
        {{- '{"name": "' + call.function.name + '", "arguments": ' -}}
        {{- ((given or '{}') if given is string else given | tojson) + ', "id": "' + call.id + '"}' -}}
      {%- endfor -%}
      {{- ']' -}}
    {%- endif -%}
    {{- eos_token -}}
  {%- elif message.role == 'tool' -%}
    {%- if state.previous != 'assistant' and state.previous != 'tool' -%}
      {{- raise_exception('rule: a result of a tool follows its call') -}}
    {%- endif -%}
    {%- set whole = message.content | int -%}
    {%- set decimal = message.content | float -%}
    {%- set result = message.content -%}
    {%- if whole | string == message.content -%}
      {%- set result = whole -%}
    {%- elif decimal | string == message.content -%}
      {%- set result = decimal -%}
    {%- endif -%}
    {{- '[TOOL_RESULTS]' + ({'content': result, 'call_id': message.tool_call_id} | tojson) + '[/TOOL_RESULTS]' -}}
  {%- endif -%}
  {%- if message.role != 'system' -%}
    {%- set state.previous = message.role -%}
  {%- endif -%}
{%- endfor -%}
`,
};
