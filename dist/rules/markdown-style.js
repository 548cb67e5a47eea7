import {plugins} from '../remark.js'
export default plugins['markdown-style']
