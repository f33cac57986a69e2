package io.kro4j.compiler.gitops;

import java.util.List;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/** Runs a health rule as Argo CD does: the object is the global {@code obj}, the rule returns. */
final class Lua {
  private Lua() {}

  /** What a rule returns. */
  record Health(String status, String message) {}

  static Health health(String script, Map<String, Object> object) {
    Globals globals = JsePlatform.standardGlobals();
    // Argo CD opens no library that reaches outside.
    List.of("os", "io", "luajava", "require", "package", "debug")
        .forEach(name -> globals.set(name, LuaValue.NIL));
    globals.set("obj", value(object));
    LuaValue result = globals.load(script).call();
    return new Health(
        result.get("status").checkjstring(), result.get("message").optjstring("(none)"));
  }

  private static LuaValue value(Object json) {
    if (json instanceof Map<?, ?> map) {
      LuaTable table = new LuaTable();
      map.forEach((key, value) -> table.set((String) key, value(value)));
      return table;
    }
    if (json instanceof List<?> list) {
      LuaTable table = new LuaTable();
      for (int i = 0; i < list.size(); i++) {
        table.set(i + 1, value(list.get(i)));
      }
      return table;
    }
    if (json instanceof Number number) {
      return LuaValue.valueOf(number.doubleValue());
    }
    if (json instanceof Boolean bool) {
      return LuaValue.valueOf(bool);
    }
    return json == null ? LuaValue.NIL : LuaValue.valueOf((String) json);
  }
}
