package io.drsorchestrator.local.asl;

import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;

/**
 * Jackson's trees for JSONPath.
 *
 * <p>Without the check an index beyond the end of an array would select null instead of nothing.
 */
final class StrictJsonProvider extends JacksonJsonNodeJsonProvider {
  @Override
  public Object getArrayIndex(Object array, int index) {
    if (index >= length(array)) {
      throw new IndexOutOfBoundsException(index);
    }
    return super.getArrayIndex(array, index);
  }
}
