package {{package}};

import io.quintet.logic.Arguments;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Logics;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import java.util.List;

/** The logic {@code {{logic}}}: the request, with an ending behind it. */
public final class {{class}} implements LogicProvider {
    private static final Parameter<String> ENDING =
            Parameters.text("ending", "what stands behind the request").withDefault("!");

    @Override
    public String name() {
        return "{{logic}}";
    }

    @Override
    public String description() {
        return "answers the request with an ending behind it (text in UTF-8)";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ENDING);
    }

    @Override
    public Logic create(Arguments arguments) {
        String ending = arguments.get(ENDING);
        return Logics.text(request -> request + ending);
    }
}
