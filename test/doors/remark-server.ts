import {createUnifiedLanguageServer} from 'unified-language-server'

// All that remark-language-server adds to unified's: the names that remark goes by.
createUnifiedLanguageServer({
  configurationSection: 'remark',
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc'
})
